/**
 * Other libraries in the page, on the same numbers and from the same centroids. Bundled by the esbuild of the peers' folder, where
 * these packages are.
 */

import { kmeans } from "ml-kmeans";
import skmeans from "skmeans";
import { numbersOf, WORKLOADS } from "./workloads.js";

/** @type {Record<string, (rows: number[][], start: number[][], k: number) => unknown>} */
const FITS = {
  "ml-kmeans": (rows, start, k) =>
    kmeans(rows, k, { initialization: start, maxIterations: 1000, tolerance: 0 }),
  skmeans: (rows, start, k) => skmeans(rows, k, start, 1000),
};

/**
 * A library with the numbers of a workload; building arrays of arrays, which these libraries ask for, is not timed.
 *
 * @param {string} peer
 * @param {string} name
 */
function peerFitting(peer, name) {
  const workload = WORKLOADS.find((one) => one.name === name);
  const fit = FITS[peer];
  if (workload === undefined || fit === undefined) throw new TypeError(`${peer} on ${name}`);
  const { features, segments } = workload;
  const { values, start } = numbersOf(workload);
  const rows = rowsOf(values, features);
  return {
    fit: () => {
      const first = rowsOf(start, features);
      const began = performance.now();
      fit(rows, first, segments);
      return performance.now() - began;
    },
    end: () => ({}),
    stop: () => {},
  };
}

/**
 * @param {Float64Array} values
 * @param {number} columns
 * @returns {number[][]}
 */
function rowsOf(values, columns) {
  return Array.from({ length: values.length / columns }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );
}

Object.assign(globalThis, { peerFitting });
