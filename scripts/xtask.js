/** The Rust programs that the build is made of. */

import { run } from "./process.js";

// The alias `cargo xtask` does the same, but compiles them as carefully as the engine: minutes instead of one.
const CARGO_RUN = ["run", "--config=crates/xtask/tools.toml", "--profile=tools", "--package=xtask"];

/**
 * Writes `target/bindgen`: the wasm modules and their bindings.
 *
 * @param {readonly string[]} flags
 */
export async function bindWasm(flags = []) {
  await run("cargo", [...CARGO_RUN, "--bin=xtask", "--", "wasm", ...flags]);
}

/** Fails when a generated type is stale. */
export async function checkTypes() {
  await run("cargo", [
    ...CARGO_RUN,
    "--no-default-features",
    "--features=types",
    "--bin=types",
    "--",
    "--check",
  ]);
}
