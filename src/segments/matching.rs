//! Which old thing is which new one: the assignment problem.

/// For each row of `gains` (square, row-major, `size` × `size`, finite) the column it is matched with, so that the gains of the pairs add up
/// to the most (Kuhn 1955, "the Hungarian method", with potentials by shortest augmenting paths, O(size³)). Ties go to the lower
/// column.
pub fn best_matching(gains: &[f64], size: usize) -> Vec<usize> {
    const NONE: usize = usize::MAX;
    let (mut of_row, mut of_column) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    // The row that each column is matched with; the last column stands for the row that looks for one.
    let mut matched = vec![NONE; size + 1];
    for row in 0..size {
        let mut slack = vec![f64::INFINITY; size];
        let mut before = vec![size; size];
        let mut seen = vec![false; size + 1];
        let mut at = size;
        matched[size] = row;
        while matched[at] != NONE {
            seen[at] = true;
            let from = matched[at];
            let (mut least, mut next) = (f64::INFINITY, size);
            for column in (0..size).filter(|&column| !seen[column]) {
                let reduced = -gains[from * size + column] - of_row[from] - of_column[column];
                if reduced < slack[column] {
                    (slack[column], before[column]) = (reduced, at);
                }
                if slack[column] < least {
                    (least, next) = (slack[column], column);
                }
            }
            for column in 0..=size {
                if seen[column] {
                    of_row[matched[column]] += least;
                    of_column[column] -= least;
                } else if column < size {
                    slack[column] -= least;
                }
            }
            at = next;
        }
        while at != size {
            matched[at] = matched[before[at]];
            at = before[at];
        }
    }
    let mut columns = vec![0; size];
    (0..size).for_each(|column| columns[matched[column]] = column);
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn by_hand() {
        // Taking the 9 leaves 1 + 1; without it there are 8 + 8 + 1.
        let gains = [9.0, 8.0, 0.0, 8.0, 1.0, 0.0, 0.0, 0.0, 1.0];
        assert_eq!(best_matching(&gains, 3), [1, 0, 2]);
        assert_eq!(best_matching(&[], 0), [0_usize; 0]);
        assert_eq!(best_matching(&[5.0], 1), [0]);
        assert_eq!(best_matching(&[0.0; 4], 2), [0, 1]);
    }

    /// The most that any of all orders gains.
    fn by_trying(gains: &[f64], size: usize, taken: &mut Vec<usize>) -> f64 {
        let row = taken.len();
        if row == size {
            return 0.0;
        }
        let mut most = f64::NEG_INFINITY;
        for column in 0..size {
            if !taken.contains(&column) {
                taken.push(column);
                most = most.max(gains[row * size + column] + by_trying(gains, size, taken));
                taken.pop();
            }
        }
        most
    }

    proptest! {
        #[test]
        fn no_other_matching_gains_more(size in 1_usize..6, cells in prop::collection::vec(-20_i32..20, 25)) {
            let gains: Vec<f64> = cells[..size * size].iter().map(|&cell| f64::from(cell)).collect();
            let matching = best_matching(&gains, size);
            let mut columns = matching.clone();
            columns.sort_unstable();
            prop_assert_eq!(columns, (0..size).collect::<Vec<_>>());
            let gained: f64 = matching.iter().enumerate().map(|(row, column)| gains[row * size + column]).sum();
            prop_assert_eq!(gained, by_trying(&gains, size, &mut Vec::new()));
        }
    }
}
