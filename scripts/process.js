/** Running programs, and ending with a sentence instead of a stack trace. Nothing but Node's own modules. */

import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** What a person can put right: it is shown as its sentence alone. */
export class Failure extends Error {}

/**
 * Runs the body of a script. A `Failure` ends it with its sentence, anything else with a stack trace; both with status 1.
 *
 * @param {() => Promise<void>} body
 */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the folder to run in; the root of the checkout where it is left out
 * @property {NodeJS.ProcessEnv} [env] variables to add to this process's own
 * @property {boolean} [quiet] keep the output to show it only when the program fails
 */

/**
 * Runs a program to its end; input is closed. Rejects with a `Failure` when it cannot start or does not succeed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} its standard output, where `quiet` kept it
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", options.quiet ? "pipe" : "inherit", options.quiet ? "pipe" : "inherit"],
    });
    let output = "";
    let all = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      output += text;
      all += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      all += text;
    });
    child.on("error", (error) => reject(new Failure(`Cannot start ${program}: ${error.message}`)));
    child.on("close", (status, signal) => {
      if (status === 0) resolve(output);
      else
        reject(
          new Failure(`${all}${[program, ...args].join(" ")}: ended with ${signal ?? `status ${status}`}`),
        );
    });
  });
}

/**
 * Runs a program that an npm package of this project brings, with the Node that runs this script.
 *
 * @param {string} script its path under `node_modules`
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runPackage(script, args, options) {
  return run(process.execPath, [join(root, "node_modules", script), ...args], options);
}

/**
 * The first of these programs that is on the PATH, in full.
 *
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
export function onPath(names) {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const places = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((end) => join(folder, name + end))),
  );
  return places.find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
