//! A bounded memory of what was used lately.

use std::collections::HashMap;
use std::hash::Hash;

/// Keeps at most so many values; the longest unused make room.
#[derive(Debug)]
pub(crate) struct Recent<K, V> {
    kept_max: usize,
    uses: u64,
    kept: HashMap<K, (u64, V)>,
}

impl<K: Eq + Hash + Clone, V> Recent<K, V> {
    pub(crate) fn new(kept_max: usize) -> Self {
        assert!(kept_max > 0, "a memory keeps something");
        Self { kept_max, uses: 0, kept: HashMap::new() }
    }

    pub(crate) fn get(&mut self, key: &K) -> Option<&V> {
        self.uses += 1;
        let (used, value) = self.kept.get_mut(key)?;
        *used = self.uses;
        Some(value)
    }

    /// Hands a value over, to be put back when it still holds.
    pub(crate) fn take(&mut self, key: &K) -> Option<V> {
        self.kept.remove(key).map(|(_, value)| value)
    }

    pub(crate) fn put(&mut self, key: K, value: V) {
        if self.kept.len() >= self.kept_max && !self.kept.contains_key(&key) {
            self.make_room();
        }
        self.uses += 1;
        self.kept.insert(key, (self.uses, value));
    }

    pub(crate) fn forget_all(&mut self) {
        self.kept.clear();
    }

    /// Drops the longest unused quarter, so that the search for it is paid rarely.
    fn make_room(&mut self) {
        let mut uses: Vec<u64> = self.kept.values().map(|(used, _)| *used).collect();
        let quarter = uses.len() / 4;
        let (_, oldest_kept, _) = uses.select_nth_unstable(quarter);
        let oldest_kept = *oldest_kept;
        self.kept.retain(|_, (used, _)| *used > oldest_kept);
    }
}

#[cfg(test)]
mod tests {
    use super::Recent;

    #[test]
    fn the_longest_unused_make_room() {
        let mut recent = Recent::new(4);
        (0..4).for_each(|key| recent.put(key, key));
        assert_eq!(recent.get(&0), Some(&0));
        recent.put(4, 4);
        assert!(recent.kept.len() <= 4);
        assert_eq!(recent.get(&1), None, "unused the longest");
        assert_eq!(recent.get(&0), Some(&0), "used since");
        assert_eq!(recent.get(&4), Some(&4));
    }

    #[test]
    fn never_more_than_the_bound() {
        for kept_max in 1..9 {
            let mut recent = Recent::new(kept_max);
            (0..50).for_each(|key| recent.put(key, ()));
            assert!((1..=kept_max).contains(&recent.kept.len()));
        }
    }
}
