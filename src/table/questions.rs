//! What a file leaves open, and what follows from each answer.

use serde::{Deserialize, Serialize};

use super::kinds::order_name;
use super::{ColumnChoice, DecimalMark, ReadingOptions};
use crate::statement::Param;
use crate::{Notice, Statement};

/// Something the file leaves open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Question {
    /// What is asked.
    pub ask: Statement,
    /// The column it is about.
    pub column: String,
    /// The possible answers.
    pub answers: Vec<Answer>,
}

/// A possible answer to a [`Question`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Answer {
    /// What to put into [`ReadingOptions`] under the question's column.
    pub choice: ColumnChoice,
    /// What follows from it.
    pub consequence: Statement,
    /// True for the one that holds until the user answers.
    pub proposed: bool,
}

impl Question {
    /// The same question without what follows in days and numbers, for a column whose values are personal.
    pub(super) fn withholding_values(mut self) -> Self {
        for answer in &mut self.answers {
            let Statement { key, params } = &mut answer.consequence;
            if ["first", "last", "mean"].map(|name| params.remove(name).is_some()).contains(&true) {
                key.push_str("-withheld");
            }
        }
        self
    }

    /// Whether the user gave one of the answers.
    pub(super) fn is_answered(&self, options: &ReadingOptions) -> bool {
        options.columns.get(&self.column).is_some_and(|given| self.answered_by(given).is_some())
    }

    /// The answer that a choice about the column gives.
    pub(crate) fn answered_by(&self, given: &ColumnChoice) -> Option<&ColumnChoice> {
        fn agrees<T: PartialEq>(choice: Option<&T>, given: Option<&T>) -> bool {
            choice.is_none() || choice == given
        }
        let gives = |choice: &&ColumnChoice| {
            **choice != ColumnChoice::default()
                && agrees(choice.role.as_ref(), given.role.as_ref())
                && agrees(choice.date_order.as_ref(), given.date_order.as_ref())
                && agrees(choice.decimal.as_ref(), given.decimal.as_ref())
                && agrees(choice.missing.as_ref(), given.missing.as_ref())
                && agrees(choice.counts.as_ref(), given.counts.as_ref())
        };
        self.answers.iter().map(|answer| &answer.choice).find(gives)
    }

    /// The answer that holds until the user gives one, as it is told.
    pub(super) fn assumed(&self) -> Option<Notice> {
        if self.ask.key == MANY_UNREAD {
            return None;
        }
        let ColumnChoice { date_order, decimal, missing, .. } =
            &self.answers.iter().find(|answer| answer.proposed)?.choice;
        let column = self.column.clone();
        match (date_order, decimal) {
            (Some(order), _) => {
                Some(Notice::DateOrderAssumed { column, order: order_name(*order).to_owned() })
            }
            (None, Some(mark)) => {
                let mark = if *mark == DecimalMark::Comma { "," } else { "." };
                Some(Notice::DecimalMarkAssumed { column, mark: mark.to_owned() })
            }
            (None, None) => missing.as_ref().map(|_| Notice::FarValueKept { column, count: self.count() }),
        }
    }

    /// The cells it is about, where it says how many.
    fn count(&self) -> u64 {
        match self.ask.params.get("count") {
            Some(Param::Number(count)) => *count as u64,
            _ => 0,
        }
    }
}

/// What is asked where many cells cannot be read. That is told anyway, so that nothing is assumed.
pub(super) const MANY_UNREAD: &str = "many-unread";
