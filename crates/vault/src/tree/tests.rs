use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// Larger than any tree whose proofs are tried one by one.
const PROVEN_MAX: usize = 64;

fn hex(hash: &Hash) -> String {
    hash.map(|byte| format!("{byte:02x}")).concat()
}

fn hexes(hashes: &[Hash]) -> Vec<String> {
    hashes.iter().map(hex).collect()
}

fn numbered(leaves: usize) -> Vec<Hash> {
    (0..leaves as u64).map(|number| leaf_hash(&number.to_be_bytes())).collect()
}

/// The eight leaves of the reference tests of Certificate Transparency.
fn reference_leaves() -> Vec<Hash> {
    let inputs: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    inputs.map(leaf_hash).to_vec()
}

/// The tree drawn level by level, where a last node without sibling goes up as it is.
///
/// Another way to the same hashes than the splitting of the tree, and so a check on it.
struct Drawn(Vec<Vec<Hash>>);

impl Drawn {
    fn new(leaves: &[Hash]) -> Drawn {
        let mut levels = vec![leaves.to_vec()];
        while levels[levels.len() - 1].len() > 1 {
            let join = |pair: &[Hash]| match pair {
                [left, right] => node_hash(left, right),
                alone => alone[0],
            };
            levels.push(levels[levels.len() - 1].chunks(2).map(join).collect());
        }
        Drawn(levels)
    }

    fn root(&self) -> Hash {
        self.0[self.0.len() - 1][0]
    }

    /// The siblings on the way from a node to the root.
    fn siblings(&self, mut level: usize, mut node: usize) -> Vec<Hash> {
        let mut siblings = Vec::new();
        while level < self.0.len() {
            siblings.extend(self.0[level].get(node ^ 1));
            node /= 2;
            level += 1;
        }
        siblings
    }

    fn consistency(&self, old_size: usize) -> Vec<Hash> {
        let (mut level, mut node) = (0, old_size - 1);
        while node % 2 == 1 {
            node /= 2;
            level += 1;
        }
        let seed = (node > 0).then(|| self.0[level][node]);
        seed.into_iter().chain(self.siblings(level, node)).collect()
    }
}

#[test]
fn roots_are_those_of_the_reference_tests() {
    let leaves = reference_leaves();
    let roots: Vec<String> = (0..=8).map(|size| hex(&root(&leaves[..size]))).collect();
    assert_eq!(
        roots,
        [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
    );
}

#[test]
fn proofs_are_those_of_the_reference_tests() {
    let leaves = reference_leaves();
    let included = inclusion_proof(&leaves, 0).unwrap();
    assert_eq!(
        hexes(&included),
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ]
    );
    let consistent = consistency_proof(&leaves, 6).unwrap();
    assert_eq!(
        hexes(&consistent),
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
    );
}

#[test]
fn a_leaf_never_passes_for_a_node() {
    let [left, right] = [leaf_hash(b"left"), leaf_hash(b"right")];
    assert_ne!(leaf_hash(&[left, right].concat()), node_hash(&left, &right));
    assert_ne!(leaf_hash(b""), empty_root());
}

#[test]
fn the_frontier_has_the_root_of_every_size() {
    let leaves = numbered(300);
    let mut frontier = Frontier::new();
    for size in 0..=300 {
        assert_eq!(frontier.size(), size as u64);
        assert_eq!(frontier.root(), root(&leaves[..size]), "size {size}");
        if size > 0 {
            assert_eq!(frontier.root(), Drawn::new(&leaves[..size]).root(), "size {size}");
        }
        let stored = Frontier::from_bytes(&frontier.to_bytes()).unwrap();
        assert_eq!(stored, frontier);
        frontier = stored;
        frontier.append(*leaves.get(size).unwrap_or(&[0; 32]));
    }
}

#[test]
fn a_frontier_has_one_spelling() {
    let mut frontier = Frontier::new();
    numbered(5).into_iter().for_each(|leaf| frontier.append(leaf));
    let bytes = frontier.to_bytes();
    assert_eq!(bytes.len(), 8 + 2 * 32);
    assert_eq!(bytes[..8], [0, 0, 0, 0, 0, 0, 0, 5]);

    for length in 0..bytes.len() {
        assert_eq!(Frontier::from_bytes(&bytes[..length]), Err(FrontierFault), "cut to {length}");
    }
    assert_eq!(Frontier::from_bytes(&[bytes.as_slice(), &[0]].concat()), Err(FrontierFault));
    assert_eq!(Frontier::from_bytes(&[bytes.as_slice(), &[0; 32]].concat()), Err(FrontierFault));
}

#[test]
fn a_frontier_of_impossible_size_is_refused() {
    let of_size = |size: u64| {
        let edge = vec![0; 32 * size.count_ones() as usize];
        Frontier::from_bytes(&[&size.to_be_bytes(), edge.as_slice()].concat())
    };
    assert_eq!(of_size(LEAVES_MAX).unwrap().size(), LEAVES_MAX);
    assert_eq!(of_size(LEAVES_MAX + 1), Err(FrontierFault));
    assert_eq!(of_size(u64::MAX), Err(FrontierFault));
}

#[test]
fn inclusion_is_proven_for_every_leaf_of_every_size() {
    let leaves = numbered(PROVEN_MAX);
    for size in 1..=PROVEN_MAX {
        let drawn = Drawn::new(&leaves[..size]);
        for index in 0..size {
            let proof = inclusion_proof(&leaves[..size], index).unwrap();
            assert_eq!(proof, drawn.siblings(0, index), "leaf {index} of {size}");
            let leaf = &leaves[index];
            let verify = |index, size| verify_inclusion(leaf, index, size, &proof, &drawn.root());
            assert!(verify(index as u64, size as u64), "leaf {index} of {size}");
            for other in (0..size as u64 + 2).filter(|other| *other != index as u64) {
                assert!(!verify(other, size as u64), "leaf {index} as {other} of {size}");
            }
        }
        assert_eq!(inclusion_proof(&leaves[..size], size), None);
    }
    assert_eq!(inclusion_proof(&[], 0), None);
}

#[test]
fn consistency_is_proven_for_every_pair_of_sizes() {
    let leaves = numbered(PROVEN_MAX);
    for new_size in 1..=PROVEN_MAX {
        let drawn = Drawn::new(&leaves[..new_size]);
        for old_size in 1..new_size {
            let proof = consistency_proof(&leaves[..new_size], old_size).unwrap();
            assert_eq!(proof, drawn.consistency(old_size), "{old_size} to {new_size}");
            let old_root = root(&leaves[..old_size]);
            let verify = |old_size: usize, old_root: &Hash, new_root: &Hash| {
                verify_consistency(old_size as u64, old_root, new_size as u64, new_root, &proof)
            };
            assert!(verify(old_size, &old_root, &drawn.root()), "{old_size} to {new_size}");
            assert!(!verify(old_size, &[7; 32], &drawn.root()), "{old_size} to {new_size}");
            assert!(!verify(old_size, &old_root, &[7; 32]), "{old_size} to {new_size}");
            for other in (0..=new_size).filter(|other| *other != old_size) {
                assert!(!verify(other, &old_root, &drawn.root()), "{other} to {new_size}");
            }
        }
    }
}

#[test]
fn the_ends_of_growth_need_no_proof() {
    let leaves = numbered(7);
    let all = root(&leaves);
    assert_eq!(consistency_proof(&leaves, 0), Some(vec![]));
    assert_eq!(consistency_proof(&leaves, 7), Some(vec![]));
    assert_eq!(consistency_proof(&leaves, 8), None);

    assert!(verify_consistency(0, &empty_root(), 7, &all, &[]));
    assert!(verify_consistency(7, &all, 7, &all, &[]));
    assert!(verify_consistency(0, &empty_root(), 0, &empty_root(), &[]));
    assert!(!verify_consistency(0, &[7; 32], 7, &all, &[]));
    assert!(!verify_consistency(0, &empty_root(), 7, &all, &[[7; 32]]));
    assert!(!verify_consistency(7, &all, 7, &[7; 32], &[]));
    assert!(!verify_consistency(7, &all, 7, &all, &[[7; 32]]));
    assert!(!verify_consistency(8, &all, 7, &all, &[]));
}

#[test]
fn a_proof_with_one_altered_missing_or_further_hash_is_refused() {
    let leaves = numbered(21);
    let all = root(&leaves);
    let (index, old_size) = (13, 11);
    let old_root = root(&leaves[..old_size]);
    let included = inclusion_proof(&leaves, index).unwrap();
    let consistent = consistency_proof(&leaves, old_size).unwrap();
    let verify_included = |proof: &[Hash]| verify_inclusion(&leaves[index], index as u64, 21, proof, &all);
    let verify_consistent = |proof: &[Hash]| verify_consistency(old_size as u64, &old_root, 21, &all, proof);

    assert!(verify_included(&included) && verify_consistent(&consistent));
    let spoilt = tampered(&included);
    assert!(spoilt.len() > 10 && spoilt.iter().all(|proof| !verify_included(proof)));
    let spoilt = tampered(&consistent);
    assert!(spoilt.len() > 10 && spoilt.iter().all(|proof| !verify_consistent(proof)));
}

fn tampered(proof: &[Hash]) -> Vec<Vec<Hash>> {
    let mut tampered = vec![vec![]];
    for place in 0..=proof.len() {
        let mut longer = proof.to_vec();
        longer.insert(place, [7; 32]);
        tampered.push(longer);
    }
    for place in 0..proof.len() {
        let mut altered = proof.to_vec();
        altered[place][31] ^= 1;
        tampered.push(altered);
        let mut shorter = proof.to_vec();
        shorter.remove(place);
        tampered.push(shorter);
    }
    tampered
}

proptest! {
    #[test]
    fn hostile_proofs_never_panic_and_never_pass(
        index in any::<u64>(),
        size in any::<u64>(),
        proof in vec(any::<Hash>(), 0..70),
    ) {
        prop_assert!(!verify_inclusion(&[1; 32], index, size, &proof, &[2; 32]));
        prop_assert!(!verify_consistency(index, &[1; 32], size, &[2; 32], &proof));
    }

    #[test]
    fn hostile_frontiers_never_panic(size in any::<u64>(), edge in vec(any::<u8>(), 0..200)) {
        let bytes = [&size.to_be_bytes(), edge.as_slice()].concat();
        if let Ok(mut frontier) = Frontier::from_bytes(&bytes) {
            prop_assert_eq!(frontier.to_bytes(), bytes);
            frontier.append([0; 32]);
            frontier.root();
        }
    }
}
