/** `npm run attack -- [--short] [--check] [--seed N] [--tables N] [--json FILE] [FILES]`: attacks the summary and prints how often it was broken. */

import { main, run } from "./process.js";

await main(() => attack(process.argv.slice(2)));

/**
 * Runs the attacks; what they print is the table.
 *
 * @param {readonly string[]} args
 */
async function attack(args) {
  await run("cargo", ["run", "--release", "--quiet", "--package=ringfence-attack", "--", ...args]);
}
