//! The Merkle tree of RFC 6962: one root for all leaves, and short proofs about it.
//!
//! A leaf's hash begins with 0x00 and a node's with 0x01, so that neither can pass for the other. A
//! tree of `n` leaves splits at the largest power of two below `n`; its left part never changes again,
//! which is why the [`Frontier`] is enough to go on appending.

use sha2::{Digest, Sha256};
use thiserror::Error;

/// A SHA-256 hash: of a leaf, a node, or a whole tree.
pub type Hash = [u8; 32];

/// More leaves than any log will hold, and few enough for a database's signed integers.
pub const LEAVES_MAX: u64 = 1 << 62;

const LEAF: u8 = 0x00;
const NODE: u8 = 0x01;

/// The hash of a leaf's data.
pub fn leaf_hash(data: &[u8]) -> Hash {
    leaf_hash_of(&[data])
}

/// The hash of a leaf whose data lies in several parts.
pub(crate) fn leaf_hash_of(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new_with_prefix([LEAF]);
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().into()
}

/// The hash of the node above two subtrees.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new_with_prefix([NODE]).chain_update(left).chain_update(right).finalize().into()
}

/// The root of a tree without leaves.
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// The right edge of a growing tree: all that appending and its root need.
///
/// ```
/// use vault::tree::{Frontier, leaf_hash, root};
///
/// let leaves = [b"one", b"two"].map(|data| leaf_hash(data));
/// let mut frontier = Frontier::new();
/// leaves.into_iter().for_each(|leaf| frontier.append(leaf));
/// assert_eq!(frontier.root(), root(&leaves));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    /// Roots of the full subtrees, largest first: one for each bit set in `size`.
    edge: Vec<Hash>,
}

impl Frontier {
    /// The frontier of a tree without leaves.
    pub fn new() -> Frontier {
        Frontier::default()
    }

    /// Adds a leaf at the right.
    pub fn append(&mut self, leaf: Hash) {
        let mut subtree = leaf;
        // As in adding one to a binary number: every trailing one carries.
        for _ in 0..self.size.trailing_ones() {
            let left = self.edge.pop().expect("the edge has a hash for each bit of the size");
            subtree = node_hash(&left, &subtree);
        }
        self.edge.push(subtree);
        self.size += 1;
    }

    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree.
    pub fn root(&self) -> Hash {
        let joined = self.edge.iter().rev().copied().reduce(|right, left| node_hash(&left, &right));
        joined.unwrap_or_else(empty_root)
    }

    /// The bytes to be stored: the size as 8 bytes, big end first, then the edge.
    pub fn to_bytes(&self) -> Vec<u8> {
        [&self.size.to_be_bytes(), self.edge.as_flattened()].concat()
    }

    /// Reads stored bytes back; refuses a length that does not fit the size.
    pub fn from_bytes(bytes: &[u8]) -> Result<Frontier, FrontierFault> {
        let (&size, rest) = bytes.split_first_chunk().ok_or(FrontierFault)?;
        let size = u64::from_be_bytes(size);
        let (edge, remainder) = rest.as_chunks::<32>();
        let fits = edge.len() == size.count_ones() as usize && remainder.is_empty();
        if !fits || size > LEAVES_MAX {
            return Err(FrontierFault);
        }
        Ok(Frontier { size, edge: edge.to_vec() })
    }
}

/// The bytes are not those of a frontier.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("the bytes are not those of a tree's frontier")]
pub struct FrontierFault;

/// The root of a tree of these leaf hashes.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split_below(leaves.len()));
            node_hash(&root(left), &root(right))
        }
    }
}

/// The hashes that lead from the leaf at `index` to the root; none when there is no such leaf.
pub fn inclusion_proof(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    if index >= leaves.len() {
        return None;
    }
    let mut proof = Vec::new();
    let (mut leaves, mut index) = (leaves, index);
    while leaves.len() > 1 {
        let (left, right) = leaves.split_at(split_below(leaves.len()));
        let sibling = if index < left.len() {
            leaves = left;
            right
        } else {
            index -= left.len();
            leaves = right;
            left
        };
        proof.push(root(sibling));
    }
    proof.reverse();
    Some(proof)
}

/// Whether the proof leads from the leaf at `index` to the root of a tree of `size` leaves.
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let mut path = Path::new(index, size - 1);
    let mut reached = *leaf;
    for sibling in proof {
        reached = match path.climb() {
            Some(Side::Left) => node_hash(sibling, &reached),
            Some(Side::Right) => node_hash(&reached, sibling),
            None => return false,
        };
    }
    path.is_at_root() && reached == *root
}

/// The hashes that show the first `old_size` leaves unchanged; none when there are not so many.
///
/// Empty when there is nothing to show: for the empty tree, and for the same size.
pub fn consistency_proof(leaves: &[Hash], old_size: usize) -> Option<Vec<Hash>> {
    if old_size > leaves.len() {
        return None;
    }
    if old_size == 0 || old_size == leaves.len() {
        return Some(Vec::new());
    }
    let mut proof = Vec::new();
    let (mut leaves, mut old_size, mut at_left_edge) = (leaves, old_size, true);
    while old_size != leaves.len() {
        let (left, right) = leaves.split_at(split_below(leaves.len()));
        if old_size <= left.len() {
            proof.push(root(right));
            leaves = left;
        } else {
            proof.push(root(left));
            leaves = right;
            old_size -= left.len();
            at_left_edge = false;
        }
    }
    // At the left edge what remains is the old tree itself, whose root the verifier has.
    if !at_left_edge {
        proof.push(root(leaves));
    }
    proof.reverse();
    Some(proof)
}

/// Whether the tree of `new_size` leaves begins with the tree of `old_size` leaves.
pub fn verify_consistency(
    old_size: u64,
    old_root: &Hash,
    new_size: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> bool {
    if old_size > new_size {
        return false;
    }
    if old_size == new_size {
        return proof.is_empty() && old_root == new_root;
    }
    if old_size == 0 {
        return proof.is_empty() && *old_root == empty_root();
    }
    verify_growth(old_size, old_root, new_size, new_root, proof)
}

fn verify_growth(old_size: u64, old_root: &Hash, new_size: u64, new_root: &Hash, proof: &[Hash]) -> bool {
    let mut path = Path::new(old_size - 1, new_size - 1);
    path.skip_full_subtree();
    // A full old tree is a node of the new one; otherwise the proof begins with such a node.
    let (seed, rest) = match (path.is_at_left_edge(), proof.split_first()) {
        (true, _) => (old_root, proof),
        (false, Some((seed, rest))) => (seed, rest),
        (false, None) => return false,
    };
    let (mut old_reached, mut new_reached) = (*seed, *seed);
    for sibling in rest {
        match path.climb() {
            Some(Side::Left) => {
                old_reached = node_hash(sibling, &old_reached);
                new_reached = node_hash(sibling, &new_reached);
            }
            Some(Side::Right) => new_reached = node_hash(&new_reached, sibling),
            None => return false,
        }
    }
    path.is_at_root() && old_reached == *old_root && new_reached == *new_root
}

/// On which side of a node its sibling stands.
enum Side {
    Left,
    Right,
}

/// The way from a node up to the root: RFC 9162, 2.1.3.2 and 2.1.4.2.
struct Path {
    node: u64,
    last: u64,
}

impl Path {
    fn new(node: u64, last: u64) -> Path {
        Path { node, last }
    }

    /// Goes up to the next node that has a sibling, and past it; none above the root.
    fn climb(&mut self) -> Option<Side> {
        if self.is_at_root() {
            return None;
        }
        let is_right_child = self.node & 1 == 1;
        if !is_right_child && self.node == self.last {
            // The last node of its level has no sibling until it is a right child.
            let levels = self.node.trailing_zeros();
            self.up(levels);
        }
        let side = if self.node & 1 == 1 { Side::Left } else { Side::Right };
        self.up(1);
        Some(side)
    }

    fn skip_full_subtree(&mut self) {
        self.up(self.node.trailing_ones());
    }

    fn up(&mut self, levels: u32) {
        self.node >>= levels;
        self.last >>= levels;
    }

    fn is_at_left_edge(&self) -> bool {
        self.node == 0
    }

    fn is_at_root(&self) -> bool {
        self.last == 0
    }
}

/// The largest power of two smaller than the number of leaves.
fn split_below(leaves: usize) -> usize {
    debug_assert!(leaves > 1, "only a tree of several leaves is split");
    1 << (leaves - 1).ilog2()
}

#[cfg(test)]
mod tests;
