/** Everybody whose fits are timed: each has the numbers and the first centroids of a workload, and fits when it is its turn. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Failure, root } from "../../scripts/process.js";

/**
 * @typedef {object} Contender
 * @property {string} who
 * @property {(least: number) => Promise<number[]>} turn fits again and again for so many milliseconds, at least once, and gives those of each fit
 * @property {() => Promise<Facts>} end what came of it
 * @property {() => unknown} stop leaves, whatever is under way
 */

/** @typedef {{ inertia?: number, iterations?: number, preparation?: number, bytes?: number, same?: boolean, digest?: number, fixed?: boolean }} Facts */

/**
 * Everybody who is here, one after the other as they get ready: who is in the page, ours first, then programs, scikit-learn by the Python that `PEERS_PYTHON`
 * names. While these have their turns, the page gets rid of the garbage that the libraries leave, and not in the next turn of ours.
 *
 * @param {string} folder with the numbers
 * @param {import("./workloads.js").Workload} workload
 * @param {import("@playwright/test").Page} page
 * @returns {Generator<Promise<Contender>>}
 */
export function* everybody(folder, { name, features }, page) {
  yield inWorkers(page, name, 1);
  yield inWorkers(page, name, 2);
  if (process.env.PEERS !== undefined)
    for (const peer of ["ml-kmeans", "skmeans"]) yield peerInPage(page, name, peer);
  const args = [folder, `${name},${features}`];
  const cargo = ["run", "--quiet", "--release", "--package=ringfence-bench", "--bin=fits", "--", ...args];
  yield asProgram("ringfence, native, 1 thread", "cargo", cargo);
  const python = process.env.PEERS_PYTHON;
  const script = join(root, "benches/fits/scikit.py");
  if (python !== undefined) yield asProgram("scikit-learn, native, 1 thread", python, [script, ...args]);
}

/**
 * Ours in the page.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} name
 * @param {number} workers
 * @returns {Promise<Contender>}
 */
function inWorkers(page, name, workers) {
  const who = `ringfence, Chromium, ${workers} worker${workers > 1 ? "s" : ""}`;
  const given = /** @type {const} */ ([name, workers]);
  const ready = page.evaluateHandle(
    ([name, workers]) => /** @type {any} */ (globalThis).bench.fitting(name, workers),
    given,
  );
  return inPage(who, ready);
}

/**
 * Another library in the page.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} name
 * @param {string} peer
 * @returns {Promise<Contender>}
 */
function peerInPage(page, name, peer) {
  const given = /** @type {const} */ ([peer, name]);
  const ready = page.evaluateHandle(
    ([peer, name]) => /** @type {any} */ (globalThis).peerFitting(peer, name),
    given,
  );
  return inPage(`${peer}, Chromium`, ready);
}

/**
 * A whole turn in the page: messages between here and there would take time on the cores that its workers need.
 *
 * @param {string} who
 * @param {Promise<import("@playwright/test").JSHandle<any>>} ready
 * @returns {Promise<Contender>}
 */
async function inPage(who, ready) {
  const fitting = await ready;
  return {
    who,
    turn: (least) => fitting.evaluate(again, least),
    end: () => fitting.evaluate((fitting) => fitting.end()),
    stop: () => fitting.evaluate((fitting) => fitting.stop()),
  };
}

/**
 * A program that answers every line with the milliseconds of a fit, and the end of its input with a line of JSON.
 *
 * @param {string} who
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<Contender>}
 */
async function asProgram(who, program, args) {
  const child = spawn(program, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const failed = new Promise((_, reject) => {
    child.on("error", (error) => reject(new Failure(`Cannot start ${program}: ${error.message}`)));
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answer = async () => {
    const line = await Promise.race([lines.next(), failed]);
    if (line.done) throw new Failure(`${who} ended before its turn was over.`);
    return JSON.parse(line.value);
  };
  const fit = () => {
    child.stdin.write("fit\n");
    return answer();
  };
  // One that nobody times: numbers are read then, and machine code is made.
  await fit();
  return {
    who,
    turn: (least) => again({ fit }, least),
    end: () => {
      child.stdin.end();
      return answer();
    },
    stop: () => child.kill(),
  };
}

/**
 * A turn. It stands alone, since a page gets it as text.
 *
 * @param {{ fit: () => Promise<number> }} fitting
 * @param {number} least
 */
async function again({ fit }, least) {
  const times = [];
  const over = performance.now() + least;
  do times.push(await fit());
  while (performance.now() < over);
  return times;
}
