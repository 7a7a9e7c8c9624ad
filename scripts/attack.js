/** `npm run attack -- [--short] [--check] [--seed N] [--tables N] [--json FILE] [FILES]`: attacks the summary and prints how often it was broken. */

import { pathToFileURL } from "node:url";
import { main, run } from "./process.js";

/**
 * Runs the attacks; what they print is the table.
 *
 * @param {readonly string[]} args
 */
export async function attack(args) {
  await run("cargo", ["run", "--release", "--quiet", "--package=ringfence-attack", "--", ...args]);
}

const [, script] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  await main(() => attack(process.argv.slice(2)));
}
