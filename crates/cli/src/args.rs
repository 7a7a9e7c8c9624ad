//! From words on the command line to a [`Command`].

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use lexopt::{Arg, Parser, ValueExt};
use ringfence::customers::{ScaleChoice, TransformChoice};
use ringfence::documents::Recipe;
use ringfence::segments::Method;
use ringfence_wording::{Language, Params};

use crate::failure::Failure;
use crate::files;

/// What to do.
#[derive(Debug)]
pub(crate) enum Command {
    Help(Option<Topic>),
    Version,
    Inspect(Args),
    Features(Args),
    Segment(Args),
    Evaluate(Args),
    Score(Args),
}

/// A command that can be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    Inspect,
    Features,
    Segment,
    Evaluate,
    Score,
}

/// Everything that can stand behind a command; which of it a command takes is in [`Topic::options`].
#[derive(Debug, Default)]
pub(crate) struct Args {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) json: bool,
    pub(crate) foresight: bool,
    pub(crate) recipe: Option<PathBuf>,
    pub(crate) output: Option<PathBuf>,
    pub(crate) labels: Option<PathBuf>,
    pub(crate) opt_outs: Option<PathBuf>,
    pub(crate) ledger: Option<PathBuf>,
    pub(crate) threads: Option<usize>,
    pub(crate) sheet: Option<String>,
    columns: Option<Vec<String>>,
    k: Option<Option<u32>>,
    max_k: Option<u32>,
    transform: Option<TransformChoice>,
    scale: Option<ScaleChoice>,
    restarts: Option<u32>,
    seed: Option<u32>,
    method: Option<Method>,
}

impl Topic {
    /// All commands, in the order of the journey.
    pub(crate) const ALL: [Topic; 5] =
        [Topic::Inspect, Topic::Features, Topic::Segment, Topic::Evaluate, Topic::Score];

    /// The word that calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Topic::Inspect => "inspect",
            Topic::Features => "features",
            Topic::Segment => "segment",
            Topic::Evaluate => "evaluate",
            Topic::Score => "score",
        }
    }

    /// Whether the last of its files may be followed by more, which are joined to it.
    pub(crate) fn joins_files(self) -> bool {
        self != Topic::Inspect
    }

    /// The files it needs, in order.
    pub(crate) fn files(self) -> &'static [&'static str] {
        if self == Topic::Score { &["MODEL", "FILE"] } else { &["FILE"] }
    }

    /// The options it takes, besides `--help` and `--language`.
    pub(crate) fn options(self) -> &'static [&'static str] {
        match self {
            Topic::Inspect => &["json", "recipe", "sheet"],
            Topic::Features => &["recipe", "sheet", "columns", "opt-outs", "output"],
            Topic::Segment => &[
                "recipe",
                "sheet",
                "k",
                "max-k",
                "columns",
                "opt-outs",
                "transform",
                "scale",
                "method",
                "restarts",
                "seed",
                "threads",
                "labels",
                "ledger",
                "foresight",
                "json",
                "output",
            ],
            Topic::Evaluate => {
                &["labels", "recipe", "sheet", "columns", "opt-outs", "transform", "scale", "threads", "json"]
            }
            Topic::Score => &["sheet", "opt-outs", "output"],
        }
    }
}

impl Args {
    /// The recipe of the file named, with what the command line says on top.
    pub(crate) fn recipe(&self) -> Result<Recipe, Failure> {
        let mut recipe = files::recipe(self.recipe.as_deref())?;
        if let Some(sheet) = &self.sheet {
            recipe.reading.sheet = Some(sheet.clone());
        }
        if let Some(columns) = &self.columns {
            recipe.features.columns = Some(columns.clone());
        }
        recipe.features.transform = self.transform.unwrap_or(recipe.features.transform);
        recipe.features.scale = self.scale.unwrap_or(recipe.features.scale);
        recipe.choose.k = self.k.unwrap_or(recipe.choose.k);
        recipe.choose.max_k = self.max_k.unwrap_or(recipe.choose.max_k);
        recipe.fit.restarts = self.restarts.or(recipe.fit.restarts);
        recipe.fit.method = self.method.unwrap_or(recipe.fit.method);
        recipe.fit.seed = self.seed.unwrap_or(recipe.fit.seed);
        Ok(recipe.with_asked())
    }
}

/// The language to speak and the command to carry out.
pub(crate) fn parse(words: impl Iterator<Item = OsString>) -> (Language, Result<Command, Failure>) {
    let mut language = language_of_environment();
    let mut parser = Parser::from_args(words);
    let command = command(&mut parser, &mut language);
    (language, command)
}

fn command(parser: &mut Parser, language: &mut Language) -> Result<Command, Failure> {
    let mut topic: Option<Topic> = None;
    let mut args = Args::default();
    while let Some(arg) = parser.next().map_err(|error| unexpected(&error))? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(topic)),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Long("language") => {
                let tag: String = value(parser, "language")?;
                *language = Language::find(&tag).ok_or_else(|| invalid("language"))?;
            }
            Arg::Value(word) => match topic {
                Some(_) => args.files.push(word.into()),
                None => {
                    let known = Topic::ALL.into_iter().find(|topic| word == topic.name());
                    topic = Some(
                        known.ok_or_else(|| named("unknown-command", "command", &word.to_string_lossy()))?,
                    );
                }
            },
            Arg::Short('o') => option(parser, topic, "output", &mut args)?,
            Arg::Short(letter) => return Err(named("unknown-option", "option", &format!("-{letter}"))),
            Arg::Long(name) => {
                let name = name.to_owned();
                option(parser, topic, &name, &mut args)?;
            }
        }
    }
    let Some(topic) = topic else { return Ok(Command::Help(None)) };
    let needed = topic.files().len();
    if args.files.len() < needed || (args.files.len() > needed && !topic.joins_files()) {
        return Err(named("missing-file", "command", topic.name()));
    }
    if topic == Topic::Evaluate && args.labels.is_none() {
        return Err(named("missing-option", "option", "--labels"));
    }
    Ok(match topic {
        Topic::Inspect => Command::Inspect(args),
        Topic::Features => Command::Features(args),
        Topic::Segment => Command::Segment(args),
        Topic::Evaluate => Command::Evaluate(args),
        Topic::Score => Command::Score(args),
    })
}

/// Reads the value of one option of a command.
fn option(parser: &mut Parser, topic: Option<Topic>, name: &str, args: &mut Args) -> Result<(), Failure> {
    if !topic.is_some_and(|topic| topic.options().contains(&name)) {
        return Err(named("unknown-option", "option", &format!("--{name}")));
    }
    match name {
        "json" => args.json = true,
        "foresight" => args.foresight = true,
        "recipe" => args.recipe = Some(path(parser, name)?),
        "output" => args.output = Some(path(parser, name)?),
        "opt-outs" => args.opt_outs = Some(path(parser, name)?),
        "labels" => args.labels = Some(path(parser, name)?),
        "ledger" => args.ledger = Some(path(parser, name)?),
        "sheet" => args.sheet = Some(value(parser, name)?),
        "threads" => args.threads = Some(value(parser, name)?),
        "columns" => {
            args.columns = Some(record(&value::<String>(parser, name)?).ok_or_else(|| invalid(name))?)
        }
        "k" => {
            let word: String = value(parser, name)?;
            args.k = Some(if word == "auto" { None } else { Some(word.parse().map_err(|_| invalid(name))?) });
        }
        "max-k" => args.max_k = Some(value(parser, name)?),
        "restarts" => args.restarts = Some(value(parser, name)?),
        "seed" => args.seed = Some(value(parser, name)?),
        "method" => args.method = Some(choice(parser, name)?),
        "transform" => args.transform = Some(choice(parser, name)?),
        "scale" => args.scale = Some(choice(parser, name)?),
        _ => return Err(named("unknown-option", "option", &format!("--{name}"))),
    }
    Ok(())
}

/// One of the words that a recipe has for this choice, as a command line writes it: `min-max` for `minMax`.
fn choice<T: serde::de::DeserializeOwned>(parser: &mut Parser, name: &str) -> Result<T, Failure> {
    let word: String = value(parser, name)?;
    let mut parts = word.split('-');
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    serde_json::from_value(serde_json::Value::String(camel)).map_err(|_| invalid(name))
}

/// The cells of one CSV record.
fn record(text: &str) -> Option<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let cells = reader.records().next()?.ok()?;
    Some(cells.iter().map(str::to_owned).collect())
}

fn path(parser: &mut Parser, name: &str) -> Result<PathBuf, Failure> {
    parser.value().map(PathBuf::from).map_err(|_| invalid(name))
}

fn value<T: FromStr>(parser: &mut Parser, name: &str) -> Result<T, Failure>
where
    T::Err: Into<Box<dyn std::error::Error + Send + Sync + 'static>>,
{
    parser.value().and_then(|word| word.parse()).map_err(|_| invalid(name))
}

fn unexpected(error: &lexopt::Error) -> Failure {
    match error {
        lexopt::Error::UnexpectedOption(option) => named("unknown-option", "option", option),
        _ => Failure::Usage("usage", Params::new()),
    }
}

fn invalid(option: &str) -> Failure {
    named("invalid-option", "option", &format!("--{option}"))
}

fn named(key: &'static str, param: &str, value: &str) -> Failure {
    Failure::Usage(key, Params::from([(param.to_owned(), value.into())]))
}

/// The language that the environment asks for, English where it asks for none we speak.
fn language_of_environment() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|tag| !tag.is_empty())
        .and_then(|tag| Language::find(tag.split('.').next().unwrap_or_default()))
        .unwrap_or_default()
}
