/** Builds the committed state twice, at two paths of different length, and compares the pages byte for byte. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PAGE } from "./page.js";
import { Failure, root, run } from "./process.js";
import { digest } from "./stale.js";

/** Fails, and keeps both builds to look at, when they differ. */
export async function checkReproducible() {
  const folder = mkdtempSync(join(tmpdir(), "ringfence-"));
  const first = await buildAt(join(folder, "one"));
  const second = await buildAt(join(folder, "another", "much", "longer", "path"));
  if (digest(first) !== digest(second)) throw new Failure(`The two builds under ${folder} differ in ${PAGE}`);
  console.log(`${PAGE} of both builds: SHA-256 ${digest(first)}`);
  rmSync(folder, { recursive: true });
}

/** @param {string} checkout */
async function buildAt(checkout) {
  await run("git", ["clone", "--quiet", root, checkout]);
  // The second build must not find what the first, or the checkout, has compiled.
  const env = { CARGO_TARGET_DIR: join(checkout, "target") };
  await run(process.execPath, ["scripts/build.js"], { cwd: checkout, env });
  return readFileSync(join(checkout, PAGE));
}
