/** The wasm modules of the page: Rust, then bindings (both by `cargo xtask wasm`), then wasm-opt. */

import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, run, runPackage } from "./process.js";
import { digest, ifStale } from "./stale.js";
import { bindWasm } from "./xtask.js";

/** What `crates/xtask/src/wasm.rs` builds. */
export const MODULES = /** @type {const} */ (["engine", "xlsx", "charts", "wording"]);

/** Where the page's code finds the bindings, git-ignored. */
export const GENERATED = "www/generated";

/** What rustc uses without being asked, and simd128, which `.cargo/config.toml` asks for. */
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
  "simd",
];

const FLAGS = [
  "-O3",
  // What is called in one place only is a kernel that was kept out of there on purpose: within a large function its loops run a tenth slower.
  "--one-caller-inline-max-function-size=0",
  ...FEATURES.map((feature) => `--enable-${feature}`),
  "--strip-debug",
  "--strip-producers",
  "--strip-target-features",
];

/** Brings `www/generated/{engine,xlsx,charts,wording}{.js,.d.ts,_bg.wasm}` up to date. */
export async function buildWasm() {
  const compiler = await run("rustc", ["--version", "--verbose"], { quiet: true });
  await ifStale("wasm", {
    inputs: [
      "Cargo.toml",
      "Cargo.lock",
      ".cargo/config.toml",
      "src",
      "crates",
      "scripts/wasm.js",
      "scripts/xtask.js",
      "package-lock.json",
    ],
    also: compiler,
    outputs: MODULES.flatMap((name) => [`${name}.js`, `${name}.d.ts`, `${name}_bg.wasm`].map(inGenerated)),
    make: async () => {
      await bindWasm();
      mkdirSync(join(root, GENERATED), { recursive: true });
      await Promise.all(MODULES.map(install));
    },
  });
}

/** Brings `www/generated/bench{.js,_bg.wasm}` up to date, which only the bench uses. */
export async function buildBench() {
  await bindWasm(["--bench"]);
  await install("bench");
}

/** @param {string} file */
function inGenerated(file) {
  return `${GENERATED}/${file}`;
}

/** @param {string} name */
async function install(name) {
  const bindgen = join(root, "target", "bindgen");
  for (const file of [`${name}.js`, `${name}.d.ts`])
    copyFileSync(join(bindgen, file), join(root, GENERATED, file));
  const optimised = await optimise(join(bindgen, `${name}_bg.wasm`));
  copyFileSync(optimised, join(root, GENERATED, `${name}_bg.wasm`));
}

/**
 * Runs wasm-opt on a module, unless it has met the same bytes before. It is the slowest step of the build, and a change
 * of the sources seldom reaches all modules.
 *
 * @param {string} file
 * @returns {Promise<string>} the optimised module, in the cache
 */
async function optimise(file) {
  const version = readFileSync(join(root, "node_modules/binaryen/package.json"), "utf8");
  const key = digest(`${digest(readFileSync(file))} ${FLAGS.join(" ")} ${digest(version)}`);
  const cached = join(root, "target", "wasm-opt", `${key}.wasm`);
  if (existsSync(cached)) return cached;
  mkdirSync(join(root, "target", "wasm-opt"), { recursive: true });
  const unfinished = `${cached}.${process.pid}`;
  try {
    await runPackage("binaryen/bin/wasm-opt", [file, ...FLAGS, "-o", unfinished], { quiet: true });
    renameSync(unfinished, cached);
  } finally {
    rmSync(unfinished, { force: true });
  }
  console.log(`wasm-opt: ${file.replace(root, "")} ${statSync(file).size} → ${statSync(cached).size} bytes`);
  return cached;
}
