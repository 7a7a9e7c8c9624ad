/** Runs the fuzz targets of the table, each for some minutes. It takes a nightly compiler and cargo-fuzz, and says so where they are missing. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Failure, onPath, root, run } from "./process.js";
import { Skipped } from "./steps.js";

/** The targets under `fuzz/fuzz_targets`. */
export const TARGETS = ["decode", "sniff", "read", "numbers", "dates", "customers", "workbook"];

const SECONDS = 600;

/**
 * Fuzzes one target from its seeds; what makes it fail is left under `fuzz/artifacts`.
 *
 * @param {string} target
 */
export async function fuzz(target) {
  await checkTools();
  mkdirSync(join(root, "fuzz", "corpus", target), { recursive: true });
  const folders = [`fuzz/corpus/${target}`, `fuzz/seeds/${target}`];
  const limits = [`-max_total_time=${SECONDS}`, "-max_len=65536", "-rss_limit_mb=2048"];
  // Long runs print a line for everything new: only what ends badly is of interest.
  await run("cargo", ["+nightly", "fuzz", "run", target, ...folders, "--", ...limits], { quiet: true });
}

async function checkTools() {
  if (onPath(["cargo-fuzz"]) === undefined) throw new Skipped("needs cargo-fuzz: cargo install cargo-fuzz");
  try {
    await run("cargo", ["+nightly", "--version"], { quiet: true });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Skipped("needs a nightly compiler: rustup toolchain install nightly");
  }
}
