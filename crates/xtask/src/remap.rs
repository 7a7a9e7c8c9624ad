//! Compiler flags that keep this machine's paths out of what is built.
//!
//! A panic message names its source file, and a path of the builder's home directory there makes two builds of one
//! commit differ. Every root a source file can lie under is therefore renamed: the checkout, the target folder (code
//! written by build scripts), each registry under cargo's home, and the standard library's sources.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;

/// `--remap-path-prefix` flags for a build of the checkout `root` into `target`, to be *added* to those of
/// `.cargo/config.toml`; the longest prefix comes last, because rustc lets the last match win.
pub(crate) fn flags(root: &Path, target: &Path) -> Result<Vec<String>> {
    let home = cargo_home().ok_or("neither CARGO_HOME nor HOME is set")?;
    let mut prefixes = vec![
        (home.clone(), "/cargo".to_owned()),
        (root.to_path_buf(), "/ringfence".to_owned()),
        (target.to_path_buf(), "/ringfence/target".to_owned()),
        standard_library()?,
    ];
    // The folder of a registry is named after its address, which a mirror changes.
    let registries = home.join("registry").join("src");
    if registries.is_dir() {
        for entry in std::fs::read_dir(registries)? {
            prefixes.push((entry?.path(), "/crates".to_owned()));
        }
    }
    prefixes.sort_by_key(|(from, _)| from.as_os_str().len());
    let flag = |(from, to): (PathBuf, String)| format!("--remap-path-prefix={}={to}", from.display());
    Ok(prefixes.into_iter().map(flag).collect())
}

fn cargo_home() -> Option<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Some(home.into());
    }
    std::env::home_dir().map(|home| home.join(".cargo"))
}

/// With the component `rust-src` installed, rustc names the standard library's files where they lie on this machine;
/// without it, by the commit of the compiler. The latter is what this asks for in both cases.
fn standard_library() -> Result<(PathBuf, String)> {
    let sysroot = rustc(&["--print", "sysroot"])?;
    let version = rustc(&["--version", "--verbose"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    Ok((Path::new(sysroot.trim()).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}

fn rustc(arguments: &[&str]) -> Result<String> {
    let program = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(program)
        .args(arguments)
        .output()
        .map_err(|error| format!("cannot start rustc: {error}"))?;
    if !output.status.success() {
        return Err(format!("rustc {} failed ({})", arguments.join(" "), output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
