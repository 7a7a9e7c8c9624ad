/** Skips work whose inputs and outputs have not changed. By content, not by time: a checkout sets every time anew. */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./process.js";

/**
 * @typedef {object} Work
 * @property {readonly string[]} inputs files and folders under the root
 * @property {string} [also] what else the outcome depends on: the version of a compiler
 * @property {readonly string[]} outputs files that `make` writes
 * @property {() => Promise<void>} make
 */

/**
 * Does a piece of work unless it was done before from the same inputs and its outputs are still there untouched.
 *
 * @param {string} name the name its stamp is kept under
 * @param {Work} work
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function ifStale(name, { inputs, also = "", outputs, make }) {
  const stamp = join(root, "target", "stamps", name);
  // Taken before the work: what is changed while it goes on has not been worked on.
  const given = fingerprint(inputs, outputs);
  const state = () => digest(`${also}\n${given}\n${fingerprint(outputs, [])}`);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state()) return false;
  await make();
  mkdirSync(join(root, "target", "stamps"), { recursive: true });
  writeFileSync(stamp, state());
  return true;
}

/**
 * SHA-256, in hexadecimal.
 *
 * @param {string | Uint8Array} content
 */
export function digest(content) {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * A digest of the names and contents of all files at or under these places.
 *
 * @param {readonly string[]} places
 * @param {readonly string[]} except
 */
function fingerprint(places, except) {
  const lines = places.flatMap(files).filter((path) => !except.includes(path));
  return digest(lines.map((path) => `${path} ${digest(readFileSync(join(root, path)))}`).join("\n"));
}

/**
 * All files at or under a place, in a fixed order; none where nothing is there.
 *
 * @param {string} place
 * @returns {string[]}
 */
function files(place) {
  const status = statSync(join(root, place), { throwIfNoEntry: false });
  if (status === undefined) return [];
  if (!status.isDirectory()) return [place];
  return readdirSync(join(root, place))
    .sort()
    .flatMap((name) => files(`${place}/${name}`));
}
