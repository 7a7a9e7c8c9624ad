/** One answer: wasm and the command line make the same documents of the same file, byte for byte, or the same error. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/process.js";
import * as engine from "../../www/generated/engine.js";
import { documents } from "./journey.js";

/** The command line, as `cargo build` and `cargo test` leave it. */
const RINGFENCE = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug", "ringfence");

/** @typedef {{ name: string, input: string, recipe: string | undefined }} Case */

for (const { name, input, recipe } of [...cases(), ...realFiles()]) {
  test(name, () => {
    assert.deepEqual(inWasm(input, recipe), onCommandLine(input, recipe));
  });
}

/** @returns {Case[]} */
function cases() {
  const folder = join(root, "tests", "cases");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, "input.csv")))
    .map((name) => {
      const recipe = join(folder, name, "recipe.json");
      return {
        name,
        input: join(folder, name, "input.csv"),
        recipe: existsSync(recipe) ? recipe : undefined,
      };
    });
}

/** @returns {Case[]} */
function realFiles() {
  const folder = join(root, "tests", "data");
  return readdirSync(folder)
    .sort()
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, input: join(folder, name), recipe: undefined }));
}

/**
 * @param {string} input
 * @param {string | undefined} recipe
 * @returns {Record<string, string>}
 */
function inWasm(input, recipe) {
  try {
    return documents(readFileSync(input), recipe === undefined ? undefined : readFileSync(recipe, "utf8"));
  } catch (error) {
    if (typeof error !== "object" || error === null || !("key" in error)) throw error;
    return { error: String(error.key) };
  }
}

/**
 * @param {string} input
 * @param {string | undefined} recipe
 * @returns {Record<string, string>}
 */
function onCommandLine(input, recipe) {
  const folder = mkdtempSync(join(tmpdir(), "ringfence-"));
  try {
    const labels = join(folder, "labels.csv");
    const options = [
      "--language",
      "en",
      "--labels",
      labels,
      "-o",
      folder,
      ...(recipe ? ["--recipe", recipe] : []),
    ];
    const { status, stderr, error } = spawnSync(RINGFENCE, ["segment", input, ...options], {
      encoding: "utf8",
    });
    if (error !== undefined) throw error;
    const code = /^error\[([a-z0-9-]+)\]/m.exec(stderr)?.[1];
    if (status !== 0) return { error: code ?? stderr };
    return Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a misspelt choice is refused as on the command line", () => {
  const recipe = JSON.parse(engine.recipeToJson(engine.defaultRecipe()));
  const file = readFileSync(join(root, "tests", "data", "wholesale_customers.csv"));
  for (const misspelt of [
    { ...recipe, chose: { k: 3 } },
    { ...recipe, choose: { ...recipe.choose, maxk: 3 } },
  ]) {
    assert.throws(() => documents(file, JSON.stringify(misspelt)), { key: "bad-recipe" });
    const inspector = new engine.Inspector();
    inspector.push(file);
    const inspected = inspector.finish();
    assert.throws(
      () => inspected.view(misspelt),
      (/** @type {{ key: string }} */ fault) => fault.key === "bad-recipe",
    );
  }
});
