/** `npm test`: the whole truth about a checkout, set up from nothing. */

import { setUpChromium } from "./chromium.js";
import { buildPage } from "./page.js";
import { main, run, runPackage } from "./process.js";
import { checkNode, setUpPackages, setUpRust } from "./setup.js";
import { runSteps } from "./steps.js";
import { buildWasm } from "./wasm.js";
import { checkTypes } from "./xtask.js";

/** Each compiles its part of the TypeScript with the globals that part has. */
const PROJECTS = ["www", "www/tsconfig.worker.json", "scripts", "tests/browser"];

const RUST = "set-up: Rust";
const PACKAGES = "set-up: npm packages";
const CHROMIUM = "set-up: Chromium";
const WASM = "wasm modules";
const PAGE = "page";
const TESTS = "cargo test";

// The same cases every time, so that one checkout has one verdict; `npm run check:long` tries others.
process.env.PROPTEST_RNG_SEED ??= "1";

await main(async () => {
  checkNode();
  // What needs cargo runs in one lane, since cargo holds a lock and fills both cores anyway; what Node does alone runs
  // beside it. The browser comes last, when the machine is quiet, because its tests measure time.
  await runSteps([
    { name: RUST, lane: "cargo", run: () => setUpRust({ tests: true }) },
    { name: PACKAGES, lane: "node", run: setUpPackages },
    { name: CHROMIUM, lane: "node", run: setUpChromium },
    cargo("Cargo.lock", ["fetch", "--locked"]),
    cargo("rustfmt", ["fmt", "--all", "--check"]),
    { name: WASM, lane: "cargo", after: [RUST, PACKAGES], run: buildWasm },
    node("biome", ["@biomejs/biome/bin/biome", "ci"], [PACKAGES]),
    ...PROJECTS.map((project) =>
      node(`tsc: ${project}`, ["typescript/bin/tsc", "--project", project], [WASM]),
    ),
    { name: PAGE, lane: "node", after: [WASM], run: buildPage },
    cargo("clippy", clippy("--workspace", "--all-targets", "--features=xtask/types")),
    cargo("clippy: wasm", clippy("--target=wasm32-unknown-unknown", ...wasmCrates())),
    // xtask has no tests, and among the others it would be compiled once more, wasm-bindgen and all. It leaves the command line behind,
    // since that has tests of its own.
    cargo(TESTS, ["test", "--workspace", "--exclude=xtask"]),
    { name: "generated types", lane: "cargo", after: [RUST], run: checkTypes },
    { name: "wasm equals native", lane: "cargo", after: [WASM, TESTS], run: wasmEqualsNative },
    { name: "browser", lane: "cargo", after: [PAGE, CHROMIUM], run: browser },
  ]);
});

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {import("./steps.js").Step}
 */
function cargo(name, args) {
  return { name, lane: "cargo", after: [RUST], run: async () => void (await run("cargo", args)) };
}

/**
 * @param {string} name
 * @param {readonly [string, ...string[]]} command
 * @param {readonly string[]} after
 * @returns {import("./steps.js").Step}
 */
function node(name, [script, ...args], after) {
  return {
    name,
    lane: "node",
    after,
    run: async () => void (await runPackage(script, args, { quiet: true })),
  };
}

/** @param {readonly string[]} args */
function clippy(...args) {
  return ["clippy", ...args, "--", "--deny", "warnings"];
}

/** The crates that the page loads, with their exports turned on. */
function wasmCrates() {
  const packages = ["ringfence-wasm", "ringfence-xlsx", "ringfence-charts", "ringfence-wording"].map(
    (name) => `--package=${name}`,
  );
  return [...packages, "--features=ringfence-charts/canvas,ringfence-wording/wasm,ringfence-xlsx/wasm"];
}

async function wasmEqualsNative() {
  await run(process.execPath, ["--test", "--test-reporter=spec", "tests/wasm/equal.test.js"]);
}

async function browser() {
  await runPackage("@playwright/test/cli.js", ["test", "--config", "tests/browser"]);
}
