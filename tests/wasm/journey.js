/** The way from a file to its documents, in wasm as the page compiles it, run unit by unit as the page's workers do. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/process.js";
import * as engine from "../../www/generated/engine.js";

engine.initSync({ module: readFileSync(join(root, "www/generated/engine_bg.wasm")) });

/** Bytes handed over at a time: no power of two, so that a chunk ends inside a row, a number or a character. */
const CHUNK = 99_991;

/** Numbers of the matrix handed over at a time: so few that it takes several pieces, and so many that none ends with a row. */
const ROOM = 997;

/**
 * The documents of a file under a recipe, in the words of the command line's `-o`. Throws what the engine throws: an
 * object with a `key`.
 *
 * @param {Uint8Array} bytes
 * @param {string | undefined} recipeJson
 * @returns {Record<string, string>}
 */
export function documents(bytes, recipeJson) {
  const recipe = recipeJson === undefined ? engine.defaultRecipe() : engine.recipeFromJson(recipeJson);
  const segments = segment(bytes, recipe);
  const ledger = segments.ledger();
  const shareable = segments.release(recipe, ledger);
  shareable.record(ledger);
  return {
    "segments.ledger.json": ledger.json(),
    "segments.recipe.json": segments.recipeJson(recipe),
    "segments.model.json": segments.modelJson(recipe),
    "segments.summary.json": shareable.json("en"),
    "segments.summary.csv": shareable.csv("en"),
    "segments.summary.html": shareable.html("en"),
    "labels.csv": segments.assignmentsCsv(recipe, "en"),
  };
}

/**
 * @param {Uint8Array} bytes
 * @param {unknown} recipe
 */
function segment(bytes, recipe) {
  const inspector = new engine.Inspector();
  for (const chunk of chunks(bytes)) inspector.push(chunk);
  const files = new engine.Files();
  files.add(inspector.finish());
  const reader = files.read(recipe);
  for (const place of reader.order()) {
    reader.begin(place);
    for (const chunk of chunks(bytes)) reader.push(chunk);
    reader.end();
  }
  const analysis = reader.finish().analyse(recipe);
  const matrix = new engine.Arriving(analysis.columns(), analysis.numbers());
  const room = new Float64Array(ROOM);
  for (let from = 0; from < analysis.numbers(); ) {
    const count = analysis.copyNumbers(from, room);
    matrix.take(room.subarray(0, count));
    from += count;
  }
  const compute = matrix.compute();
  for (let units = analysis.nextStage(); units !== undefined; units = analysis.nextStage()) {
    analysis.merge(units.map((/** @type {unknown} */ unit) => compute.run(unit)));
  }
  return analysis.finish();
}

/** @param {Uint8Array} bytes */
function* chunks(bytes) {
  for (let from = 0; from < bytes.length; from += CHUNK) yield bytes.subarray(from, from + CHUNK);
}
