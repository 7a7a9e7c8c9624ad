//! The part of the build that is Rust: `cargo xtask wasm` and `cargo xtask types`.
//!
//! The front door is `package.json`; its scripts call this. wasm-bindgen is linked in as a library, so that the version
//! that writes the glue is the one in `Cargo.lock` that the bindings were compiled with, and nothing is downloaded.

mod remap;
mod wasm;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const USAGE: &str = "usage: cargo xtask wasm [--bench]    build the wasm modules of the page, or of the bench, and their bindings
       cargo xtask types [--check]   write the generated types, or fail when they are stale";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["wasm"] => wasm::build(&root(), false),
        ["wasm", "--bench"] => wasm::build(&root(), true),
        ["types", flags @ ..] => types(flags),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The checkout this program was compiled in.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Runs the other program of this crate, which links the engine.
fn types(flags: &[&str]) -> Result<()> {
    let features = ["--no-default-features", "--features", "types"];
    run(cargo()
        .current_dir(root())
        .args(["run", "--quiet", "--package", "xtask", "--bin", "types"])
        .args(features)
        .arg("--")
        .args(flags))
}

/// The cargo that started this program.
fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command, its output passed through; not to succeed is an error that names it.
fn run(command: &mut Command) -> Result<()> {
    let program =
        Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("cannot start {program}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{program} failed ({status})").into()) }
}
