/**
 * The tables that fits are timed on, the same wherever they are made: mixtures of as many normal distributions as there are
 * segments, of unequal weight (Dirichlet, 5), their means drawn from a normal distribution so wide that neighbours overlap, each
 * stretched by 0.6 to 1.4 along axes of its own; standardised. The start is one draw of k-means++. Very many numbers are rounded to single
 * precision, as the engine has them then.
 */

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {number} customers
 * @property {number} features
 * @property {number} segments
 * @property {number} spread standard deviation of the means
 */

/** @type {readonly Workload[]} */
export const WORKLOADS = [
  { name: "W1", customers: 100_000, features: 3, segments: 5, spread: 1.8 },
  { name: "W2", customers: 1_000_000, features: 3, segments: 5, spread: 1.8 },
  { name: "W3", customers: 1_000_000, features: 8, segments: 8, spread: 1.3 },
  { name: "W4", customers: 200_000, features: 16, segments: 20, spread: 1.5 },
  { name: "W5", customers: 10_000, features: 6, segments: 6, spread: 1.5 },
];

/**
 * The table, row after row, and the centroids to start from. The same `seed` gives the same numbers.
 *
 * @param {Workload} workload
 * @param {number} seed
 */
export function generate({ name, customers, features, segments, spread }, seed = 20_240_917) {
  const draws = new Draws(seed + 100 * WORKLOADS.findIndex((workload) => workload.name === name));
  const parts = Array.from({ length: segments }, () => ({
    weight: draws.gamma(5),
    mean: draws.normals(features).map((value) => value * spread),
    axes: rotation(draws, features).map((axis) => {
      const stretch = 0.6 + 0.8 * draws.unit();
      return axis.map((value) => value * stretch);
    }),
  }));
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const values = new Float64Array(customers * features);
  for (let row = 0; row < customers; row++) {
    let rest = draws.unit() * all;
    let at = 0;
    while (at + 1 < segments && rest >= part(at).weight) rest -= part(at++).weight;
    const { mean, axes } = part(at);
    const own = values.subarray(row * features, (row + 1) * features);
    own.set(mean);
    for (const axis of axes) {
      const along = draws.normal();
      for (let d = 0; d < features; d++) own[d] = (own[d] ?? 0) + along * (axis[d] ?? 0);
    }
  }
  standardise(values, features);
  asClustered(values);
  return { values, start: plusPlus(draws, values, features, segments) };

  /** @param {number} at */
  function part(at) {
    return /** @type {(typeof parts)[number]} */ (parts[at]);
  }
}

/**
 * The numbers that the page was given for a workload, else the generated ones.
 *
 * @param {Workload} workload
 * @returns {ReturnType<typeof generate>}
 */
export function numbersOf(workload) {
  const { given } = /** @type {{ given?: Record<string, ReturnType<typeof generate>> }} */ (globalThis);
  return given?.[workload.name] ?? generate(workload);
}

/** Numbers up to which the engine clusters in double precision (`limits::DOUBLE_COORDINATES`). */
const DOUBLE_COORDINATES = 2 ** 21;

/**
 * Rounds numbers as the engine does before it clusters so many.
 *
 * @param {Float64Array} values
 */
export function asClustered(values) {
  if (values.length > DOUBLE_COORDINATES) values.set(Float32Array.from(values));
}

/** Random numbers from a seed: sfc32 (Doty-Humphrey). */
class Draws {
  #state = new Uint32Array([0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]);
  /** @type {number | undefined} */
  #spare;

  /** @param {number} seed */
  constructor(seed) {
    this.#state[0] = seed;
    for (let skipped = 0; skipped < 16; skipped++) this.#next();
  }

  #next() {
    const state = this.#state;
    const [a, b, c, count] = [state[0] ?? 0, state[1] ?? 0, state[2] ?? 0, state[3] ?? 0];
    const drawn = (a + b + count) >>> 0;
    state[3] = count + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + drawn;
    return drawn;
  }

  /** From 0 to less than 1. */
  unit() {
    return ((this.#next() >>> 6) * 2 ** 27 + (this.#next() >>> 5)) / 2 ** 53;
  }

  /** Standard normal: the polar way of Marsaglia. */
  normal() {
    const spare = this.#spare;
    this.#spare = undefined;
    if (spare !== undefined) return spare;
    for (;;) {
      const x = 2 * this.unit() - 1;
      const y = 2 * this.unit() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        this.#spare = y * factor;
        return x * factor;
      }
    }
  }

  /** @param {number} count */
  normals(count) {
    return Array.from({ length: count }, () => this.normal());
  }

  /** @param {number} shape a whole number */
  gamma(shape) {
    let sum = 0;
    for (let at = 0; at < shape; at++) sum -= Math.log(1 - this.unit());
    return sum;
  }
}

/**
 * Axes at right angles to each other, of length 1 and in any direction: normal vectors made so by Gram and Schmidt.
 *
 * @param {Draws} draws
 * @param {number} dimensions
 */
function rotation(draws, dimensions) {
  /** @type {number[][]} */
  const axes = [];
  while (axes.length < dimensions) {
    let axis = draws.normals(dimensions);
    for (const other of axes) {
      const along = dot(axis, other);
      axis = axis.map((value, d) => value - along * (other[d] ?? 0));
    }
    const length = Math.sqrt(dot(axis, axis));
    axes.push(axis.map((value) => value / length));
  }
  return axes;
}

/**
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
function dot(a, b) {
  return a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
}

/**
 * Gives each column mean 0 and standard deviation 1.
 *
 * @param {Float64Array} values
 * @param {number} columns
 */
function standardise(values, columns) {
  const rows = values.length / columns;
  for (let column = 0; column < columns; column++) {
    let [sum, squares] = [0, 0];
    for (let at = column; at < values.length; at += columns) sum += values[at] ?? 0;
    for (let at = column; at < values.length; at += columns) squares += ((values[at] ?? 0) - sum / rows) ** 2;
    const deviation = Math.sqrt(squares / rows);
    for (let at = column; at < values.length; at += columns)
      values[at] = ((values[at] ?? 0) - sum / rows) / deviation;
  }
}

/**
 * @param {Draws} draws
 * @param {Float64Array} values
 * @param {number} columns
 * @param {number} k
 */
function plusPlus(draws, values, columns, k) {
  const rows = values.length / columns;
  const start = new Float64Array(k * columns);
  const nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  let drawn = Math.floor(draws.unit() * rows);
  for (let centre = 0; centre < k; centre++) {
    // In single precision, so that whoever works in that starts from the same.
    const own = Float32Array.from(values.subarray(drawn * columns, (drawn + 1) * columns));
    start.set(own, centre * columns);
    let all = 0;
    for (let row = 0; row < rows; row++) {
      let square = 0;
      for (let d = 0; d < columns; d++) square += ((values[row * columns + d] ?? 0) - (own[d] ?? 0)) ** 2;
      nearest[row] = Math.min(nearest[row] ?? 0, square);
      all += nearest[row] ?? 0;
    }
    let rest = draws.unit() * all;
    drawn = 0;
    while (drawn + 1 < rows && rest >= (nearest[drawn] ?? 0)) rest -= nearest[drawn++] ?? 0;
  }
  return start;
}
