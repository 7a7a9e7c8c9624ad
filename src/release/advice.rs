//! Why a number of segments is advised, as it may be published.

use super::{profile, round};
use crate::validity::Advice;
use crate::{Param, Statement};

/// What a reason may tell in numbers: numbers of segments and of measures, and measures. None of them counts customers.
const TELLING: [&str; 7] = ["agreeing", "asked", "d", "heldOut", "k", "needed", "strength"];

/// The advice with every measure to 3 significant digits, and without what counts customers: reasons that do, and the verdicts, of which
/// one names the size of the smallest segment.
pub(super) fn coarse(advice: &Advice) -> Advice {
    let may_leave = |statement: &&Statement| {
        statement
            .params
            .iter()
            .all(|(name, param)| TELLING.contains(&name.as_str()) && matches!(param, Param::Number(_)))
    };
    Advice {
        k: advice.k,
        statements: advice.statements.iter().filter(may_leave).map(rounded).collect(),
        verdicts: Vec::new(),
        favourites: advice.favourites.clone(),
        gap_of_one: advice.gap_of_one.map(|gap| round::significant(gap, profile::DIGITS)),
        hopkins: advice.hopkins.map(|value| round::fraction(value, 100.0)),
    }
}

fn rounded(statement: &Statement) -> Statement {
    round::statement(statement, |value| round::significant(value, profile::DIGITS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validity::{Favourite, Measure};

    #[test]
    fn measures_are_rounded_and_counts_of_customers_stay_here() {
        let counting = Statement::new("verdict-too-small").with("smallest", 7_u64).with("needed", 20_u64);
        let favourite = Favourite { measure: Measure::Gap, k: Some(1) };
        let advice = Advice {
            k: Some(3),
            statements: vec![
                Statement::new("advice-apart").with("k", 3.0).with("d", 4.123_456),
                counting.clone(),
                Statement::new("advice-named").with("k", "a name"),
            ],
            verdicts: vec![counting],
            favourites: vec![favourite],
            gap_of_one: Some(0.123_456),
            hopkins: Some(0.876_543),
        };
        let expected = Advice {
            k: Some(3),
            statements: vec![Statement::new("advice-apart").with("k", 3.0).with("d", 4.12)],
            verdicts: Vec::new(),
            favourites: vec![favourite],
            gap_of_one: Some(0.123),
            hopkins: Some(0.88),
        };
        assert_eq!(coarse(&advice), expected);
    }
}
