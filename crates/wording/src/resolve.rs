//! From a parsed sentence and its parameters to what is read.
//!
//! Nothing here can fail: a key without a sentence, a missing parameter, a number that is none are all shown as such.

use crate::catalogue::{Catalogue, Message};
use crate::functions;
use crate::locale::Language;
use crate::numbers;
use crate::param::{Param, Params, Statement};
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use serde::Serialize;

/// Words a statement of the engine: anything that serialises to `{"key": …, "params": {…}}`.
#[must_use]
pub fn say(language: Language, statement: &impl Serialize) -> String {
    Statement::of(statement)
        .map_or_else(|| unknown(""), |statement| sentence(language, &statement.key, &statement.params))
}

/// The sentence of a key with its parameters put in. English where the language lacks it; the key itself in
/// brackets, `⟦key⟧`, where English does too.
#[must_use]
pub fn sentence(language: Language, key: &str, params: &Params) -> String {
    Scope { language, params, depth: 0 }.sentence(key).unwrap_or_else(|| unknown(key))
}

/// The language's word for one of the engine's own: `word(language, "role", "customerId")` is the sentence
/// `role-customer-id`. What the catalogue does not know (a column's name) is returned as it is.
#[must_use]
pub fn word(language: Language, kind: &str, value: &str) -> String {
    Scope { language, params: &Params::new(), depth: 0 }.word(kind, value)
}

/// A value of a feature with its unit, to three significant digits: `12 days`. A feature the catalogue does not
/// know has a bare number.
#[must_use]
pub fn quantity(language: Language, feature: &str, value: f64) -> String {
    Scope { language, params: &Params::new(), depth: 0 }.quantity(feature, value)
}

/// Stands where there is nothing to show.
pub(crate) const DASH: &str = "–";

/// Longest text of the user's (a column, a file, a segment) put into a sentence, in characters.
const LONGEST_TEXT: usize = 80;

/// A sentence may use others; deeper than this is a circle in the catalogue.
const DEEPEST: u8 = 6;

/// A value inside a sentence.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A number as it is seen, and its text.
    Number {
        seen: f64,
        text: String,
    },
    Text(String),
    List(Vec<Value>),
    Missing,
}

/// What a sentence can see: its language and its parameters.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) language: Language,
    pub(crate) params: &'a Params,
    depth: u8,
}

impl Scope<'_> {
    fn sentence(self, key: &str) -> Option<String> {
        [self.language, Language::default()].into_iter().find_map(|language| {
            let message = Catalogue::of(language).find(key)?;
            Some(Scope { language, ..self }.pattern(message))
        })
    }

    /// See [`word`].
    pub(crate) fn word(self, kind: &str, value: &str) -> String {
        let (word, params) = self.subject(value);
        kebab(word)
            .and_then(|word| Scope { params: &params, ..self }.deeper()?.sentence(&format!("{kind}-{word}")))
            .unwrap_or_else(|| value.to_owned())
    }

    /// See [`quantity`].
    pub(crate) fn quantity(self, feature: &str, value: f64) -> String {
        let (feature, mut params) = self.subject(feature);
        params.insert("value".to_owned(), Param::Number(value));
        let Some(scope) = (Scope { params: &params, ..self }).deeper() else { return DASH.to_owned() };
        kebab(feature).and_then(|word| scope.sentence(&format!("amount-{word}"))).unwrap_or_else(|| {
            match numbers::is_year(feature, value) {
                true => format!("{value:.0}"),
                false => numbers::significant(self.language, value, 3),
            }
        })
    }

    /// What a value is called, and the parameters its sentence sees: `categoryShare:Tea` is `categoryShare` of the `$name` Tea.
    fn subject(self, value: &str) -> (&str, Params) {
        match value.split_once(':') {
            Some((word, name)) if kebab(word).is_some() && !name.is_empty() => {
                (word, Params::from([("name".to_owned(), Param::Text(name.to_owned()))]))
            }
            _ => (value, self.params.clone()),
        }
    }

    fn deeper(self) -> Option<Self> {
        (self.depth < DEEPEST).then_some(Self { depth: self.depth + 1, ..self })
    }

    fn pattern(self, message: &Message) -> String {
        message.elements.iter().fold(String::new(), |text, element| match element {
            PatternElement::TextElement { value } => text + value,
            PatternElement::Placeable { expression } => {
                text + &self.expression(expression).text(self.language)
            }
        })
    }

    fn expression(self, expression: &Expression<&'static str>) -> Value {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let selected = self.inline(selector);
                let variant = select(self.language, &selected, variants);
                variant.map_or(Value::Missing, |variant| Value::Text(self.pattern(&variant.value)))
            }
        }
    }

    fn inline(self, inline: &InlineExpression<&'static str>) -> Value {
        match inline {
            InlineExpression::StringLiteral { value } => {
                Value::Text(unescape_unicode_to_string(value).into_owned())
            }
            InlineExpression::NumberLiteral { value } => {
                value.parse().map_or(Value::Missing, |number| self.number(number))
            }
            InlineExpression::VariableReference { id } => {
                self.params.get(id.name).map_or(Value::Missing, |param| self.param(param))
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let arguments: Vec<_> =
                    arguments.positional.iter().map(|argument| self.inline(argument)).collect();
                functions::call(self, id.name, &arguments)
            }
            InlineExpression::MessageReference { id, .. } => {
                self.deeper().and_then(|scope| scope.sentence(id.name)).map_or(Value::Missing, Value::Text)
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::TermReference { .. } => Value::Missing,
        }
    }

    fn param(self, param: &Param) -> Value {
        match param {
            Param::Number(number) => self.number(*number),
            Param::Text(text) => match presentable(text) {
                text if text.trim().is_empty() => Value::Missing,
                text => Value::Text(text),
            },
            Param::Flag(flag) => Value::Text(flag.to_string()),
            Param::List(several) => Value::List(several.iter().map(|param| self.param(param)).collect()),
            Param::Statement(Statement { key, params }) => {
                let said = self.deeper().and_then(|scope| Scope { params, ..scope }.sentence(key));
                said.map_or(Value::Missing, Value::Text)
            }
            Param::Absent(_) => Value::Missing,
        }
    }

    /// A number nothing is said about: at most two decimals.
    fn number(self, number: f64) -> Value {
        let (text, _) = numbers::at_most(self.language, number, 2);
        Value::Number { seen: number, text }
    }
}

impl Value {
    /// What is read: several are joined by commas and the language's "and".
    pub(crate) fn text(self, language: Language) -> String {
        match self {
            Self::Number { text, .. } | Self::Text(text) => text,
            Self::Missing => DASH.to_owned(),
            Self::List(several) => {
                let mut texts: Vec<_> = several.into_iter().map(|value| value.text(language)).collect();
                match texts.pop() {
                    None => DASH.to_owned(),
                    Some(last) if texts.is_empty() => last,
                    Some(last) => format!("{}{}{last}", texts.join(", "), language.locale().and),
                }
            }
        }
    }
}

/// The variant for a value: the very number or text, else the number's plural category, else the marked one.
/// A missing value chooses `[none]` where there is one.
fn select<'a>(
    language: Language,
    value: &Value,
    variants: &'a [Variant<&'static str>],
) -> Option<&'a Variant<&'static str>> {
    let named = |wanted: &str| {
        variants
            .iter()
            .find(|variant| matches!(variant.key, VariantKey::Identifier { name } if name == wanted))
    };
    let chosen = match value {
        Value::Number { seen, .. } => variants
            .iter()
            .find(|variant| {
                matches!(variant.key, VariantKey::NumberLiteral { value } if value.parse() == Ok(*seen))
            })
            .or_else(|| named((language.locale().plural)(*seen))),
        Value::Text(text) => named(text),
        Value::Missing => named("none"),
        Value::List(_) => None,
    };
    chosen.or_else(|| variants.iter().find(|variant| variant.default))
}

/// The user's own text, made fit for a sentence: one line, no invisible characters that turn the writing round,
/// and cut where it is very long.
fn presentable(text: &str) -> String {
    let visible = |&mark: &char| !matches!(mark, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let mut marks = text.chars().filter(visible).map(|mark| if mark.is_control() { ' ' } else { mark });
    let mut kept: String = marks.by_ref().take(LONGEST_TEXT).collect();
    if marks.next().is_some() {
        kept.pop();
        kept.push('…');
    }
    kept
}

/// A camelCase or kebab-case word of the engine in kebab-case; none where it is not such a word.
fn kebab(word: &str) -> Option<String> {
    let fits = |mark: char| mark.is_ascii_alphanumeric() || mark == '-';
    if !word.starts_with(|mark: char| mark.is_ascii_lowercase()) || !word.chars().all(fits) {
        return None;
    }
    Some(word.chars().fold(String::new(), |mut kebab, mark| {
        if mark.is_ascii_uppercase() {
            kebab.push('-');
        }
        kebab.push(mark.to_ascii_lowercase());
        kebab
    }))
}

fn unknown(key: &str) -> String {
    format!("⟦{}⟧", presentable(key))
}
