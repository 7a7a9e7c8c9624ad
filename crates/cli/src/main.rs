//! `ringfence`: the engine on the command line, for scheduled jobs and for tests.
//!
//! The contract is `docs/methods.md`: JSON on standard output with `--json`, sentences otherwise; errors on standard error as
//! `error[code]: sentence`, exit status 2 for bad input and 1 for anything else. Files are written whole or not at all.

mod args;
mod commands;
mod failure;
mod files;
mod help;
mod output;
mod source;
mod threads;

use std::process::ExitCode;

use args::Command;

fn main() -> ExitCode {
    let (language, parsed) = args::parse(std::env::args_os().skip(1));
    let done = parsed.and_then(|command| match command {
        Command::Help(topic) => output::print(&help::text(language, topic)),
        Command::Version => output::print(concat!("ringfence ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Inspect(args) => commands::inspect(language, &args),
        Command::Features(args) => commands::features(language, &args),
        Command::Segment(args) => commands::segment(language, &args),
        Command::Evaluate(args) => commands::evaluate(language, &args),
        Command::Score(args) => commands::score(language, &args),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(language),
    }
}
