//! What a sentence is made of: a key and its parameters.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A fact, not yet worded: which sentence, and what goes into it. The engine's errors, notices and findings
/// serialise to this.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Statement {
    /// Kebab-case, one of the keys of the catalogue.
    pub key: String,
    /// What goes into the sentence; none where the key needs none.
    #[serde(default)]
    pub params: Params,
}

impl Statement {
    /// Reads anything that serialises to `{"key": …, "params": {…}}`; an enum adjacently tagged by these names does.
    /// `None` where it has another shape.
    pub fn of(statement: &impl Serialize) -> Option<Self> {
        serde_json::from_value(serde_json::to_value(statement).ok()?).ok()
    }
}

/// Parameters by name; names are camelCase, as in the engine's JSON.
pub type Params = BTreeMap<String, Param>;

/// One parameter of a sentence.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Param {
    /// A count, an amount or a share. Not finite is shown as a dash.
    Number(f64),
    /// A name, an ISO date or one of the engine's own words.
    Text(String),
    /// Yes or no: a sentence chooses by `true` and `false`.
    Flag(bool),
    /// Several, such as row numbers or column names.
    List(Vec<Param>),
    /// Another fact, which becomes a sentence within the sentence.
    Statement(Statement),
    /// Anything else: treated as if it were not there.
    Absent(IgnoredAny),
}

impl From<f64> for Param {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Param {
    #[expect(clippy::cast_precision_loss, reason = "a count above 2^53 is never shown")]
    fn from(count: usize) -> Self {
        Self::Number(count as f64)
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<P: Into<Param>> From<Vec<P>> for Param {
    fn from(several: Vec<P>) -> Self {
        Self::List(several.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    #[serde(tag = "key", content = "params", rename_all = "kebab-case", rename_all_fields = "camelCase")]
    enum Fact {
        EmptyFile,
        UnknownColumn { name: String },
        RowsLeftOutMissing { count: u64, rows: Vec<u64>, at: Option<u64> },
        OfFile { notice: Box<Fact> },
    }

    #[test]
    fn reads_an_adjacently_tagged_enum() {
        let none = Statement::of(&Fact::EmptyFile).unwrap();
        assert_eq!((none.key.as_str(), none.params.len()), ("empty-file", 0));
        let one = Statement::of(&Fact::UnknownColumn { name: "Fresh".into() }).unwrap();
        assert!(matches!(&one.params["name"], Param::Text(name) if name == "Fresh"));
        let list = Fact::RowsLeftOutMissing { count: 2, rows: vec![3, 9], at: None };
        let list = Statement::of(&list).unwrap();
        assert!(matches!(list.params["count"], Param::Number(2.0)));
        assert!(matches!(&list.params["rows"], Param::List(rows) if rows.len() == 2));
        assert!(matches!(list.params["at"], Param::Absent(_)));
        let within = Statement::of(&Fact::OfFile { notice: Box::new(Fact::EmptyFile) }).unwrap();
        assert!(matches!(&within.params["notice"], Param::Statement(of) if of.key == "empty-file"));
    }

    #[test]
    fn refuses_another_shape() {
        assert!(Statement::of(&7).is_none());
        assert!(Statement::of(&"empty-file").is_none());
    }
}
