//! The functions a sentence may call on its parameters, in capitals in the `.ftl` files.
//!
//! | call | what is read |
//! |---|---|
//! | `COUNT($n)` | a number of whole things |
//! | `NUMBER($x, 2)` | at most so many decimals |
//! | `SIGNIFICANT($x, 3)` | so many significant digits; 3 where not said |
//! | `MONEY($x)` | money: two decimals, or none where whole |
//! | `SHARE($x)` | a share of 1, in hundredths |
//! | `BYTES($n)` | a file's size |
//! | `DAY($iso)` | a day |
//! | `NAME($text)` | a name the user gave, in quotes; several, each in quotes |
//! | `FIRST($list, $count)` | the list, then `…` where the count says there are more |
//! | `LENGTH($list)` | how many there are, to choose by |
//! | `MARK($mark)` | `comma` or `point` for `,` or `.`, to choose by |
//! | `WORD("role", $value)` | the sentence `role-…` for one of the engine's words; a word it does not know as it is |
//! | `QUANTITY($x, $feature)` | a value of a feature with its unit |
//! | `CAPITAL(…)` | the same with a capital first letter |

use crate::dates;
use crate::numbers;
use crate::resolve::{Scope, Value};

/// Every function there is.
pub(crate) const NAMES: [&str; 14] = [
    "BYTES",
    "CAPITAL",
    "COUNT",
    "DAY",
    "FIRST",
    "LENGTH",
    "MARK",
    "MONEY",
    "NAME",
    "NUMBER",
    "QUANTITY",
    "SHARE",
    "SIGNIFICANT",
    "WORD",
];

/// Calls a function by name; an unknown one, or one given what it cannot use, shows what it was given.
pub(crate) fn call(scope: Scope<'_>, name: &str, arguments: &[Value]) -> Value {
    let language = scope.language;
    let first = arguments.first().cloned().unwrap_or(Value::Missing);
    let second = arguments.get(1);
    let whole = |value: Option<&Value>, otherwise: usize| match value {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small literal of the catalogue"
        )]
        Some(Value::Number { seen, .. }) => *seen as usize,
        _ => otherwise,
    };
    match (name, first) {
        ("COUNT", Value::Number { seen, .. }) => number(numbers::at_most(language, seen, 0)),
        ("NUMBER", Value::Number { seen, .. }) => number(numbers::at_most(language, seen, whole(second, 2))),
        ("SIGNIFICANT", Value::Number { seen, .. }) => {
            number(numbers::at_most_significant(language, seen, whole(second, 3)))
        }
        ("MONEY", Value::Number { seen, .. }) => number((numbers::money(language, seen), seen)),
        ("SHARE", Value::Number { seen, .. }) => number((numbers::share(language, seen), seen)),
        ("BYTES", Value::Number { seen, .. }) => number((numbers::bytes(language, seen), seen)),
        ("DAY", Value::Text(iso)) => Value::Text(dates::day(language, &iso)),
        ("FIRST", Value::List(several)) => {
            let more = whole(second, 0) > several.len();
            let texts: Vec<_> = several.into_iter().map(|value| value.text(language)).collect();
            Value::Text(texts.join(", ") + if more { ", …" } else { "" })
        }
        ("LENGTH", Value::List(several)) => {
            #[expect(clippy::cast_precision_loss, reason = "a handful")]
            let length = several.len() as f64;
            number(numbers::at_most(language, length, 0))
        }
        ("MARK", Value::Text(mark)) => Value::Text(if mark == "," { "comma" } else { "point" }.to_owned()),
        ("CAPITAL", Value::Text(text)) => Value::Text(capital(&text)),
        ("QUANTITY", Value::Number { seen, .. }) => match second {
            Some(Value::Text(feature)) => Value::Text(scope.quantity(feature, seen)),
            _ => Value::Text(scope.quantity("", seen)),
        },
        ("NAME", value) => each(value, &|text| {
            let [open, close] = language.locale().quotes;
            format!("{open}{text}{close}")
        }),
        ("WORD", Value::Text(kind)) => {
            each(second.cloned().unwrap_or(Value::Missing), &|text| scope.word(&kind, text))
        }
        (_, value) => value,
    }
}

fn number((text, seen): (String, f64)) -> Value {
    Value::Number { seen, text }
}

fn each(value: Value, change: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::Text(text) => Value::Text(change(&text)),
        Value::List(several) => Value::List(several.into_iter().map(|value| each(value, change)).collect()),
        other => other,
    }
}

fn capital(text: &str) -> String {
    let mut marks = text.chars();
    marks.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + marks.as_str())
}
