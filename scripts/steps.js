/** Runs the steps of a check in two lanes, and says of each what became of it. */

import { Failure } from "./process.js";

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} lane steps of one lane run one after the other, lanes run side by side
 * @property {readonly string[]} [after] steps of another lane to wait for; the step is skipped unless they passed
 * @property {() => Promise<void>} run
 *
 * @typedef {"passed" | "failed" | "skipped"} Outcome
 * @typedef {{ name: string, outcome: Outcome, seconds: number, reason: string }} Result
 */

/** Thrown by a step that has nothing to run on here; its message says why. */
export class Skipped extends Error {}

/**
 * Runs all steps, prints the summary and sets the exit status. The closing line counts the steps.
 *
 * @param {readonly Step[]} steps
 */
export async function runSteps(steps) {
  /** @type {Map<string, Promise<Result>>} */
  const results = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const lanes = new Map();
  for (const step of steps) {
    const needed = (step.after ?? []).map((name) => {
      const result = results.get(name);
      if (result === undefined)
        throw new Error(`"${step.name}" waits for "${name}", which does not come before it`);
      return result;
    });
    const result = runStep(step, lanes.get(step.lane), needed);
    results.set(step.name, result);
    lanes.set(step.lane, result);
  }
  summarise(await Promise.all(results.values()));
}

/**
 * @param {Step} step
 * @param {Promise<unknown> | undefined} lane
 * @param {readonly Promise<Result>[]} needed
 * @returns {Promise<Result>}
 */
async function runStep(step, lane, needed) {
  await lane;
  const missing = (await Promise.all(needed)).filter((result) => result.outcome !== "passed");
  const started = performance.now();
  const [outcome, reason] = await outcomeOf(step, missing);
  const seconds = (performance.now() - started) / 1000;
  const result = { name: step.name, outcome, seconds, reason };
  console.log(line(result));
  return result;
}

/**
 * @param {Step} step
 * @param {readonly Result[]} missing
 * @returns {Promise<[Outcome, string]>}
 */
async function outcomeOf(step, missing) {
  if (missing.length > 0) return ["skipped", `needs: ${missing.map((result) => result.name).join(", ")}`];
  console.log(`▸ ${step.name}`);
  try {
    await step.run();
    return ["passed", ""];
  } catch (error) {
    if (error instanceof Skipped) return ["skipped", error.message];
    console.error(error instanceof Failure ? error.message : error);
    return ["failed", ""];
  }
}

/** @param {readonly Result[]} results */
function summarise(results) {
  const count = (/** @type {Outcome} */ outcome) =>
    results.filter((result) => result.outcome === outcome).length;
  console.log(`\n${results.map(line).join("\n")}\n`);
  console.log(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
  if (count("failed") > 0) process.exitCode = 1;
}

/** @param {Result} result */
function line({ name, outcome, seconds, reason }) {
  const word = { passed: "ok", failed: "FAILED", skipped: "skipped" }[outcome];
  return `${word.padEnd(8)}${seconds.toFixed(1).padStart(7)} s  ${name}${reason === "" ? "" : `  (${reason})`}`;
}
