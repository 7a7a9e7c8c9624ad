/** Sets up what the other scripts need, and says in one sentence what it cannot. Nothing but Node's own modules. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, onPath, root, run } from "./process.js";
import { digest } from "./stale.js";

const TRIPLE = "wasm32-unknown-unknown";

/** Refuses a Node that the packages do not run on. The versions stand in package.json, `engines`. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  throw new Failure(
    `Ringfence needs Node 20.19 or later, or 22.12 or later; this is ${process.version}. Install it from https://nodejs.org and run this again.`,
  );
}

/**
 * Checks cargo's version and adds the wasm target by rustup where it is missing.
 *
 * @param {{ tests?: boolean }} [options] whether rustfmt and clippy are needed as well
 */
export async function setUpRust({ tests = false } = {}) {
  const needed = rustNeeded();
  if (onPath(["cargo"]) === undefined) {
    throw new Failure(
      `Ringfence needs Rust ${needed} or later, and no cargo is on the PATH. Install it from https://rustup.rs, open a new terminal and run this again.`,
    );
  }
  const version = (await run("rustc", ["--version"], { quiet: true })).split(" ")[1] ?? "";
  if (!isAtLeast(version, needed)) {
    throw new Failure(
      `Ringfence needs Rust ${needed} or later; this is ${version}. Update it (with rustup: rustup update stable) and run this again.`,
    );
  }
  const sysroot = (await run("rustc", ["--print", "sysroot"], { quiet: true })).trim();
  if (!existsSync(join(sysroot, "lib", "rustlib", TRIPLE))) {
    await rustup(["target", "add", TRIPLE], `Rust's target ${TRIPLE}`);
  }
  if (!tests) return;
  for (const [component, program] of /** @type {const} */ ([
    ["rustfmt", "cargo-fmt"],
    ["clippy", "cargo-clippy"],
  ])) {
    if (!(await answers(program, ["--version"]))) await rustup(["component", "add", component], component);
  }
}

/** Runs `npm ci` where node_modules is missing or was installed from another package-lock.json. */
export async function setUpPackages() {
  const lock = digest(readFileSync(join(root, "package-lock.json")));
  const installed = join(root, "node_modules", ".installed-from");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return;
  console.log("Installing the npm packages of package-lock.json");
  // npm names its own script to the scripts it runs; elsewhere it must be on the PATH.
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) await run(process.execPath, [npm, "ci"]);
  else await run(onPath(["npm"]) ?? "npm", ["ci"]);
  writeFileSync(installed, lock);
}

/**
 * @param {readonly string[]} args
 * @param {string} what
 */
async function rustup(args, what) {
  if (onPath(["rustup"]) === undefined) {
    throw new Failure(
      `${what} is missing, and there is no rustup to add it. Install it the way Rust was installed here, or install Rust from https://rustup.rs, and run this again.`,
    );
  }
  console.log(`Adding ${what}`);
  await run("rustup", args);
}

/** The `rust-version` of the workspace. */
function rustNeeded() {
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
  const version = /^rust-version = "([\d.]+)"$/m.exec(manifest)?.[1];
  if (version === undefined) throw new Error("Cargo.toml states no rust-version");
  return version;
}

/**
 * @param {string} version
 * @param {string} needed
 */
function isAtLeast(version, needed) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split(".").map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function answers(program, args) {
  try {
    await run(program, args, { quiet: true });
    return true;
  } catch {
    return false;
  }
}
