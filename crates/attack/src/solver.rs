//! Least and greatest values of unknowns under linear constraints, by an LP solver with whole numbers.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions};

/// What is known of some unknowns.
#[derive(Debug, Clone, Default)]
pub struct Program {
    unknowns: Vec<Unknown>,
    rows: Vec<(Vec<(usize, f64)>, f64)>,
}

#[derive(Debug, Clone, Copy)]
struct Unknown {
    least: f64,
    most: f64,
    whole: bool,
}

impl Program {
    /// Adds a whole number within bounds and returns its place.
    pub fn whole(&mut self, least: u64, most: u64) -> usize {
        self.unknowns.push(Unknown { least: least as f64, most: most as f64, whole: true });
        self.unknowns.len() - 1
    }

    /// Adds a number within bounds and returns its place.
    pub fn number(&mut self, least: f64, most: f64) -> usize {
        self.unknowns.push(Unknown { least, most, whole: false });
        self.unknowns.len() - 1
    }

    /// The sum of the terms is at most `most`.
    pub fn at_most(&mut self, terms: &[(usize, f64)], most: f64) {
        self.rows.push((terms.to_vec(), most));
    }

    /// The sum of the terms is at least `least`.
    pub fn at_least(&mut self, terms: &[(usize, f64)], least: f64) {
        self.rows.push((terms.iter().map(|&(at, factor)| (at, -factor)).collect(), -least));
    }

    /// The least and the greatest value of an unknown; `None` where the constraints contradict each other or the solver gave up. Infinite
    /// where nothing bounds it.
    pub fn bounds(&self, of: usize) -> Option<[f64; 2]> {
        let least = self.solve(of, OptimizationDirection::Minimize)?;
        Some([least, self.solve(of, OptimizationDirection::Maximize)?])
    }

    fn solve(&self, of: usize, direction: OptimizationDirection) -> Option<f64> {
        let mut problem = Problem::new(direction);
        let unbounded =
            if direction == OptimizationDirection::Maximize { f64::INFINITY } else { f64::NEG_INFINITY };
        let variables: Vec<_> = (0..)
            .zip(&self.unknowns)
            .map(|(at, unknown)| {
                let cost = f64::from(u8::from(at == of));
                if unknown.whole {
                    problem.add_integer_var(cost, (unknown.least as i32, unknown.most as i32))
                } else {
                    problem.add_var(cost, (unknown.least, unknown.most))
                }
            })
            .collect();
        for (terms, most) in &self.rows {
            let terms: Vec<_> = terms.iter().map(|&(at, factor)| (variables[at], factor)).collect();
            problem.add_constraint(&terms[..], ComparisonOp::Le, *most);
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(2_000);
        match problem.solve_with(options) {
            Ok(outcome) if outcome.is_optimal() => outcome.solution().map(|solution| solution.objective()),
            Err(microlp::Error::Unbounded) => Some(unbounded),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_bounded_as_by_hand() {
        // Size 18 to 22, mean 0.14 to 0.16: 0.14 × 18 = 2.52 and 0.16 × 22 = 3.52, so exactly 3 of them.
        let mut program = Program::default();
        let (size, events) = (program.whole(18, 22), program.whole(0, 22));
        program.at_least(&[(events, 1.0), (size, -0.14)], 0.0);
        program.at_most(&[(events, 1.0), (size, -0.16)], 0.0);
        let [least, most] = program.bounds(events).unwrap();
        assert!((least - 3.0).abs() < 1e-6 && (most - 3.0).abs() < 1e-6);
    }

    #[test]
    fn contradictions_and_open_ends_are_told() {
        let mut program = Program::default();
        let x = program.number(0.0, f64::INFINITY);
        assert_eq!(program.bounds(x), Some([0.0, f64::INFINITY]));
        program.at_least(&[(x, 1.0)], 3.0);
        program.at_most(&[(x, 1.0)], 2.0);
        assert_eq!(program.bounds(x), None);
    }
}
