//! What the engine has to say about the data: a key and parameters, never a sentence.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Something the engine has to say about the data, for `wording` to put into words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Statement {
    /// Kebab-case key of the sentence.
    pub key: String,
    /// Its parameters by name.
    #[serde(default)]
    pub params: BTreeMap<String, Param>,
}

/// A parameter of a [`Statement`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Param {
    /// A number, worded in the reader's locale.
    Number(f64),
    /// A name, taken as it is.
    Text(String),
}

impl Statement {
    /// A statement without parameters.
    pub fn new(key: impl Into<String>) -> Self {
        Statement { key: key.into(), params: BTreeMap::new() }
    }

    /// The same statement with one more parameter.
    pub fn with(mut self, name: &str, param: impl Into<Param>) -> Self {
        self.params.insert(name.to_owned(), param.into());
        self
    }
}

impl From<f64> for Param {
    fn from(number: f64) -> Self {
        Param::Number(number)
    }
}

impl From<u64> for Param {
    fn from(number: u64) -> Self {
        Param::Number(number as f64)
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Param::Text(text)
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Param::Text(text.to_owned())
    }
}

/// The name of an error or a notice as serde writes it, so that the name is written once.
pub(crate) fn key_of(keyed: &impl Serialize) -> String {
    serde_json::to_value(keyed)
        .ok()
        .and_then(|value| value.get("key")?.as_str().map(str::to_owned))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Statement;

    #[test]
    fn statements_serialise_as_key_and_params() {
        let statement = Statement::new("trait-near").with("feature", "age").with("value", 2_u64);
        let json = r#"{"key":"trait-near","params":{"feature":"age","value":2.0}}"#;
        assert_eq!(serde_json::to_string(&statement).unwrap(), json);
        assert_eq!(serde_json::from_str::<Statement>(json).unwrap(), statement);
    }
}
