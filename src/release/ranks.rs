//! P7: how far segments are from everyone else, by ranks alone.

use crate::distribution::Ascending;

/// Cliff's delta (1993) of each group against all others together: how much more often somebody of the group has more than somebody
/// else than less, from −1 to 1. It equals 2 U / (m n) − 1 with U of Mann & Whitney (1947). `None` for an empty group, or where there is
/// nobody else.
pub(super) fn differences(groups: &[Ascending]) -> Vec<Option<f64>> {
    let all = Ascending::of(groups.iter().flat_map(|group| group.as_slice().iter().copied()));
    let all = all.as_slice();
    let of_one = |group: &Ascending| {
        let own = group.as_slice();
        let others = all.len() - own.len();
        if own.is_empty() || others == 0 {
            return None;
        }
        // Among all: those below less those above, summed over the group. Within the group these cancel.
        let balance = |&value: &f64| {
            let below = all.partition_point(|&other| other < value) as f64;
            let above = (all.len() - all.partition_point(|&other| other <= value)) as f64;
            below - above
        };
        Some(own.iter().map(balance).sum::<f64>() / (own.len() as f64 * others as f64))
    };
    groups.iter().map(of_one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p7_differences_of_ranks_by_hand() {
        let groups = [vec![1.0, 5.0], vec![2.0, 3.0, 5.0], vec![]].map(Ascending::of);
        // 1 is below all three; 5 is above two and ties with one: (−3 + 2) / 6.
        let expected = [Some(-1.0 / 6.0), Some(1.0 / 6.0), None];
        assert_eq!(differences(&groups), expected);
        assert_eq!(differences(&[Ascending::of([1.0, 2.0])]), [None]);
        // However large, the largest is the largest.
        let far = |largest: f64| differences(&[Ascending::of([1.0, largest]), Ascending::of([2.0, 3.0])]);
        assert_eq!(far(4.0), far(1e9));
    }
}
