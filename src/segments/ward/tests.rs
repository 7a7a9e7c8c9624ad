//! Laws of the hierarchy, against the plain definition.

use proptest::prelude::*;

use super::*;
use crate::matrix::distance2;
use crate::segments::Partition;
use crate::segments::ward::tree::mean;

/// The slow twin: of all pairs of groups the nearest, again and again. Heights alone; pairs equally near leave the order open.
fn heights_by_definition(points: &Matrix, sizes: &[u64]) -> Vec<f64> {
    let mut groups: Vec<(Vec<f64>, f64)> =
        points.iter().zip(sizes).map(|(row, &size)| (row.to_vec(), size as f64)).collect();
    let mut heights = Vec::new();
    while groups.len() > 1 {
        let height = |a: usize, b: usize| {
            let (a, b) = (&groups[a], &groups[b]);
            (2.0 * a.1 * b.1 / (a.1 + b.1) * distance2(&a.0, &b.0)).sqrt()
        };
        let pairs = (0..groups.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        let (a, b) = pairs.min_by(|x, y| height(x.0, x.1).total_cmp(&height(y.0, y.1))).unwrap();
        heights.push(height(a, b));
        let (other, one) = (groups.remove(a), groups.remove(b));
        groups.push((mean((&one.0, one.1), (&other.0, other.1)), one.1 + other.1));
    }
    heights
}

/// A table without two equal distances, as good as surely.
fn scattered() -> impl Strategy<Value = Matrix> {
    (1_usize..4, 3_usize..70).prop_flat_map(|(columns, rows)| {
        prop::collection::vec(-1.0_f64..1.0, columns * rows)
            .prop_map(move |values| Matrix::new(columns, values))
    })
}

#[test]
fn a_hierarchy_by_hand() {
    // 0 and 2 are 2 apart, 7 and 10 are 3; the means 1 and 8.5 of two each: √(2·2·2/4) · 7.5.
    let tree = hierarchy(&Matrix::new(1, vec![0.0, 2.0, 7.0, 10.0]), &[1; 4]);
    let expected = [2.0, 3.0, 2.0_f64.sqrt() * 7.5];
    for (merge, height) in tree.merges.iter().zip(expected) {
        assert!((merge.height - height).abs() < 1e-12, "{tree:?}");
    }
    assert_eq!((tree.cut(2), tree.cut(3), tree.cut(1)), (vec![0, 0, 1, 1], vec![0, 0, 1, 2], vec![0; 4]));
    let top = tree.top(3);
    assert_eq!((&top.sizes[..], top.merges.len(), top.cut(2)), (&[2, 1, 1][..], 2, vec![0, 1, 1]));
    assert_eq!(tree.top(9), tree);
}

#[test]
fn equal_customers_are_one_point_of_their_number() {
    let one = hierarchy(&Matrix::new(1, vec![0.0, 1.0, 5.0]), &[3, 1, 2]);
    let each = hierarchy(&Matrix::new(1, vec![0.0, 0.0, 0.0, 1.0, 5.0, 5.0]), &[1; 6]);
    for (a, b) in one.merges.iter().zip(&each.merges[3..]) {
        assert!((a.height - b.height).abs() < 1e-12 && a.size == b.size);
    }
    let fit = fit(&Matrix::new(2, vec![4.0; 40]), &[1], 0);
    assert_eq!((fit.tree.leaves(), fit.tree.merges.len(), fit.exact), (1, 0, true));
    assert_eq!(fit.partitions[0].segments, [0]);
}

#[test]
fn as_many_segments_as_customers() {
    let matrix = Matrix::new(1, vec![9.0, 0.0, 4.0, 9.0]);
    let fit = fit(&matrix, &[2, 3], 0);
    let labels = |at: usize| Partition::Landmarks(fit.partitions[at].clone()).labels(&matrix);
    assert_eq!((labels(0), labels(1)), (vec![1, 0, 0, 1], vec![2, 0, 1, 2]));
}

#[test]
fn numbers_far_apart_in_size_have_a_hierarchy() {
    let values = (0..50).flat_map(|i| [1e12 * f64::from(i % 9), 1e-12 * f64::from(i)]).collect();
    let fit = fit(&Matrix::new(2, values), &[2, 9], 0);
    assert!(fit.tree.merges.iter().all(|merge| merge.height.is_finite()));
    // Beside 10^12, 10^-12 is nothing: nine groups are the nine values.
    assert!(fit.tree.merges[40].height < 1.0 && fit.tree.merges[41].height > 1e11);
}

proptest! {
    #[test]
    fn heights_are_those_of_the_definition(matrix in scattered()) {
        let sizes: Vec<u64> = (0..matrix.rows() as u64).map(|row| 1 + row * row % 3).collect();
        let tree = hierarchy(&matrix, &sizes);
        let expected = heights_by_definition(&matrix, &sizes);
        prop_assert_eq!(tree.merges.len(), expected.len());
        for (merge, height) in tree.merges.iter().zip(expected) {
            prop_assert!((merge.height - height).abs() < 1e-9 * (1.0 + height));
        }
        prop_assert!(tree.merges.windows(2).all(|pair| pair[0].height <= pair[1].height));
    }

    #[test]
    fn landmarks_give_everyone_their_segment_again(matrix in scattered(), most in 2_u32..9) {
        let ks: Vec<u32> = (1..=most.min(matrix.rows() as u32)).collect();
        let fit = fit(&matrix, &ks, 0);
        let (points, _) = distinct(&matrix);
        for (k, landmarks) in ks.iter().zip(fit.partitions) {
            let labels = Partition::Landmarks(landmarks).labels(&points);
            prop_assert_eq!(labels, fit.tree.cut(*k as usize));
        }
    }

    #[test]
    fn rows_in_another_order_have_the_same_hierarchy(matrix in scattered(), turn in 1_usize..60) {
        let rows = matrix.rows();
        let turned = matrix.select((0..rows).map(|row| (row + turn) % rows));
        prop_assert_eq!(fit(&matrix, &[2, 3], 0), fit(&turned, &[2, 3], 0));
    }
}
