//! Rust → wasm → JavaScript bindings, one set for each module of the page.

use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::{Result, cargo, remap, run};

const TRIPLE: &str = "wasm32-unknown-unknown";

/// A crate that the page loads as a wasm module of its own.
struct Module {
    /// The crate.
    package: &'static str,
    /// What the page calls it: `NAME.js`, `NAME.d.ts`, `NAME_bg.wasm`.
    name: &'static str,
    /// The cargo feature that turns the crate's exports on, where they are optional.
    feature: Option<&'static str>,
}

/// Four, because they live in different places: the engine in workers, workbooks in a worker of their own that few files need, the other
/// two in the page.
const MODULES: [Module; 4] = [
    Module { package: "ringfence-wasm", name: "engine", feature: None },
    Module { package: "ringfence-xlsx", name: "xlsx", feature: Some("wasm") },
    Module { package: "ringfence-charts", name: "charts", feature: Some("canvas") },
    Module { package: "ringfence-wording", name: "wording", feature: Some("wasm") },
];

/// The bench's module, which is built only when it is asked for.
const BENCH: Module = Module { package: "ringfence-bench", name: "bench", feature: Some("wasm") };

/// Builds every module of the page, or the bench's alone, from the checkout `root` and writes `target/bindgen/NAME{.js,.d.ts,_bg.wasm}`.
///
/// The files depend on the sources, `Cargo.lock` and the compiler, and on nothing else of this machine. They are not
/// optimised for size yet: that is wasm-opt's work, which `scripts/wasm.js` does.
///
/// # Errors
///
/// When cargo or wasm-bindgen fails; cargo's own messages have been printed by then.
pub(crate) fn build(root: &Path, bench: bool) -> Result<()> {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
    let flags = remap::flags(root, &target)?;
    let out = root.join("target").join("bindgen");
    for module in if bench { std::slice::from_ref(&BENCH) } else { &MODULES } {
        run(&mut compile(module, root, &target, &flags))?;
        bind(module, &target, &out)
            .map_err(|error| format!("wasm-bindgen, {}: {error:#}", module.package))?;
    }
    Ok(())
}

/// The cargo command that compiles one module. One command for each, since in a common one cargo would give every
/// crate the union of the features that the others ask for.
fn compile(module: &Module, root: &Path, target: &Path, flags: &[String]) -> Command {
    let quoted: Vec<String> = flags.iter().map(|flag| format!("{flag:?}")).collect();
    let mut command = cargo();
    command
        .current_dir(root)
        // Flags from the environment would take the place of those in .cargo/config.toml, simd128 among them.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .args(["rustc", "--release", "--locked", "--lib", "--crate-type", "cdylib", "--target", TRIPLE])
        .args(["--package", module.package])
        .args(module.feature.map(|feature| format!("--features={feature}")))
        .arg("--target-dir")
        .arg(target)
        .args(["--config", &format!("target.{TRIPLE}.rustflags=[{}]", quoted.join(","))]);
    command
}

/// Writes the bindings of a compiled module.
fn bind(module: &Module, target: &Path, out: &Path) -> Result<()> {
    let file: PathBuf =
        [TRIPLE, "release", &format!("{}.wasm", module.package.replace('-', "_"))].iter().collect();
    Bindgen::new()
        .input_path(target.join(file))
        .out_name(module.name)
        .web(true)?
        .typescript(true)
        // The page hands the bytes over; a bundler must not find an address to fetch them from.
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .generate(out)?;
    Ok(())
}
