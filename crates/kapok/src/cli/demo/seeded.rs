//! Chance that repeats itself: for who the demo's people are and what they do, and for nothing else.
//!
//! No key can be made of it. Keys are drawn inside the vault from the operating system's chance, and
//! nothing that makes one takes chance, or a number, from outside.

/// A stream of numbers that follow from a seed (SplitMix64).
#[derive(Debug, Clone)]
pub(super) struct Seeded(u64);

impl Seeded {
    /// One stream of a seed; another number gives another stream.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut seeded = Self(seed ^ stream.wrapping_mul(0xd1b5_4a32_d192_ed03));
        seeded.next();
        seeded
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).unwrap_or(1).max(1);
        low + i64::try_from(self.next() % width).unwrap_or_default()
    }

    /// As [`Seeded::between`], for a small number that is no less than nought.
    pub(super) fn small(&mut self, low: u8, high: u8) -> u8 {
        u8::try_from(self.between(i64::from(low), i64::from(high))).unwrap_or(low)
    }

    /// One of several; there is at least one.
    pub(super) fn one_of<T: Copy, const N: usize>(&mut self, among: &[T; N]) -> T {
        let last = i64::try_from(N).unwrap_or(1) - 1;
        among[usize::try_from(self.between(0, last)).unwrap_or_default()]
    }

    /// A pseudonym's bytes.
    pub(super) fn sixteen(&mut self) -> [u8; 16] {
        (u128::from(self.next()) << 64 | u128::from(self.next())).to_be_bytes()
    }
}
