//! Attacks the summary and prints how often it was broken.
//!
//!     cargo run --release -p ringfence-attack -- [--short] [--membership] [--check] [--seed N] [--tables N] [--json FILE] [FILE.csv...]
//!
//! Draws tables (500, of all kinds together), exports each as a careless tool would and as the engine does, and runs every attack on both.
//! `--membership` runs that attack alone. Files are attacked too; without any, those of `tests/data`. `--check` ends with status 1 where ours does not hold or an attack does not
//! break the careless export.

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};
use ringfence_attack::files::{self, OfFile};
use ringfence_attack::printed;
use ringfence_attack::suite::{self, Options, Row};
use serde_json::json;

/// What was asked for.
struct Arguments {
    options: Options,
    check: bool,
    json: Option<PathBuf>,
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let mut rows = suite::run(&arguments.options);
    rows.retain(|row| row.naive.trials + row.ours.trials > 0);
    print!("{}", printed::table(&rows));
    let mut attacked = Vec::new();
    for path in &arguments.files {
        match files::attack(path) {
            Ok(of_file) => {
                print!("\n{}", of_file.text());
                attacked.push(of_file);
            }
            Err(error) => println!("\n{}: {error}", path.display()),
        }
    }
    if let Some(path) = &arguments.json {
        let text = format!("{:#}\n", document(&arguments.options, &rows, &attacked));
        if let Err(error) = std::fs::write(path, text) {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(2);
        }
    }
    let failed = rows.iter().any(|row| !row.holds() || !row.breaks_naive());
    ExitCode::from(u8::from(arguments.check && failed))
}

fn document(options: &Options, rows: &[Row], attacked: &[OfFile]) -> serde_json::Value {
    let files: Vec<_> = attacked
        .iter()
        .map(|file| {
            let attacks: Vec<_> = file
                .attacks
                .iter()
                .map(|(name, [naive, ours])| json!({"attack": name, "naive": naive, "ours": ours}))
                .collect();
            json!({"name": file.name, "kept": file.kept(), "cells": file.cells, "attacks": attacks})
        })
        .collect();
    json!({"seed": options.seed, "attacks": printed::document(rows), "files": files})
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    let (mut seed, mut tables, mut short) = (1, None, false);
    let (mut check, mut membership, mut json, mut files) = (false, false, None, Vec::new());
    let mut parser = Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("short") => short = true,
            Arg::Long("check") => check = true,
            Arg::Long("membership") => membership = true,
            Arg::Long("seed") => seed = parser.value()?.parse()?,
            Arg::Long("tables") => tables = Some(parser.value()?.parse()?),
            Arg::Long("json") => json = Some(parser.value()?.into()),
            Arg::Value(file) => files.push(file.into()),
            other => return Err(other.unexpected()),
        }
    }
    let mut options = if short { Options::short(seed) } else { Options::whole(seed) };
    options.tables = tables.unwrap_or(options.tables);
    if membership {
        (options.tables, options.several, options.lone) = (0, 0, 0);
    } else if files.is_empty() {
        files = real_files();
    }
    Ok(Arguments { options, check, json, files })
}

/// The CSV files that the project's own tests read.
fn real_files() -> Vec<PathBuf> {
    let folder = PathBuf::from("tests/data");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "csv")).collect();
    files.sort();
    files
}
