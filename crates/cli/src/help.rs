//! The help texts, laid out; their sentences are `wording`'s.

use ringfence_wording::{Language, Params, sentence};

use crate::args::Topic;
use crate::output::table;

/// Options whose sentence depends on the command, as `option → suffix of its key`.
fn option_key(topic: Topic, option: &str) -> String {
    match (topic, option) {
        (Topic::Segment, "labels") => "cli-option-labels-out".to_owned(),
        (_, "labels") => "cli-option-labels-in".to_owned(),
        (Topic::Segment, "output") => "cli-option-output-folder".to_owned(),
        _ => format!("cli-option-{option}"),
    }
}

/// What stands behind an option on the command line.
fn operand(topic: Topic, option: &str) -> &'static str {
    match option {
        "json" => "",
        "k" => " auto|N",
        "max-k" | "restarts" | "seed" | "threads" => " N",
        "columns" => " A,B,C",
        "transform" => " auto|none|log1p|yeo-johnson",
        "method" => " kmeans|mixture-diagonal|mixture-full|ward",
        "scale" => " standard|robust|min-max|none",
        "recipe" => " R",
        "sheet" => " NAME|N",
        "output" if topic == Topic::Segment => " DIR",
        "output" => " OUT.csv",
        "labels" => " L.csv",
        "ledger" => " LEDGER",
        "opt-outs" => " FILE",
        _ => "",
    }
}

/// The files a command takes, as usage texts name them.
fn operands(topic: Topic) -> String {
    topic.files().join(" ") + if topic.joins_files() { "…" } else { "" }
}

/// The help for one command, or the overview.
pub(crate) fn text(language: Language, topic: Option<Topic>) -> String {
    let say = |key: &str| sentence(language, key, &Params::new());
    match topic {
        None => {
            let commands = Topic::ALL.map(|topic| {
                vec![
                    format!("  ringfence {} {}", topic.name(), operands(topic)),
                    say(&format!("cli-about-{}", topic.name())),
                ]
            });
            format!(
                "{}\n\n{}:\n{}\n{}\n",
                say("cli-about"),
                say("cli-commands"),
                table(&commands),
                say("cli-see-help")
            )
        }
        Some(topic) => {
            let file = |name: &&str| {
                vec![format!("  {name}"), say(&format!("cli-argument-{}", name.to_lowercase()))]
            };
            let arguments: Vec<Vec<String>> = topic.files().iter().map(file).collect();
            let option = |name: &&str| {
                let dashed = if *name == "output" { "-o".to_owned() } else { format!("--{name}") };
                vec![format!("  {dashed}{}", operand(topic, name)), say(&option_key(topic, name))]
            };
            let languages: Vec<&str> = Language::all().map(Language::code).collect();
            let params = Params::from([("languages".to_owned(), languages.join(", ").into())]);
            let mut options: Vec<Vec<String>> = topic.options().iter().map(option).collect();
            options
                .push(vec!["  --language L".to_owned(), sentence(language, "cli-option-language", &params)]);
            options.push(vec!["  --help".to_owned(), say("cli-option-help")]);
            format!(
                "{}\n\n{}: ringfence {} {}\n\n{}:\n{}\n{}:\n{}",
                say(&format!("cli-about-{}", topic.name())),
                say("cli-usage"),
                topic.name(),
                operands(topic),
                say("cli-arguments"),
                table(&arguments),
                say("cli-options"),
                table(&options),
            )
        }
    }
}
