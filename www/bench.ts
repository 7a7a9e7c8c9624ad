/**
 * A page of its own, which times fits and whole jobs in the browser that opens it, on generated customers. The app's page
 * has nothing of it. `npm run bench` opens it too, and asks for the same by `globalThis.bench`.
 */

import { generate, numbersOf, WORKLOADS } from "../benches/fits/workloads.js";
import type { ComputeCalls } from "./engine/api.ts";
import { Channel } from "./engine/channel.ts";
import { engineWasm } from "./engine/embedded.ts";
import { load } from "./engine/pool.ts";
import { putTogether } from "./engine/together.ts";
import type { Matrix, Solution, Unit, Widths } from "./generated/types.ts";

/** One line of the table. */
interface Measured {
  what: string;
  workers: number;
  /** Of each run; before the first, runs in which machine code is still being made. */
  milliseconds: number[];
}

/** One fit, several times. */
export interface Fits extends Measured {
  /** From the matrix in the worker to the first look of a fit at it. */
  preparation: number;
  inertia: number;
  iterations: number;
  /** Of all workers' memories, with the matrix, what fits look at, and the labels. */
  bytes: number;
  /** Whether every run gave the same labels. */
  same: boolean;
  /** Of these labels. */
  digest: number;
}

/** A whole job: the fits and the silhouettes of every number of segments. */
export interface Job extends Measured {
  inertias: number[];
  silhouettes: number[];
  bytes: number;
}

const RUNS = 5;

/** Milliseconds until all machine code is made. */
const WARM_UP = 500;

const RESTARTS = 10;
const KS = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Rows whose silhouettes are one piece of work. */
const BLOCK = 512;

const compiled = WebAssembly.compile(engineWasm());

async function started(workers: number, matrix: Float64Array<ArrayBuffer>, columns: number) {
  const module = await compiled;
  const channels = Array.from({ length: workers }, () => new Channel<ComputeCalls>("compute", module));
  const piece = async (from: number, room: Float64Array<ArrayBuffer>) => {
    const values = room.subarray(0, matrix.length - from);
    values.set(matrix.subarray(from, from + values.length));
    return { values, columns, from, numbers: matrix.length };
  };
  await Promise.all(channels.map((channel) => load(channel, piece)));
  return channels;
}

/** Workers with the customers of a workload, who fit whenever they are asked to. */
interface Fitting {
  /** Fits once; gives milliseconds from the call that posts the centroids to the labels. */
  fit(): Promise<number>;
  /** What came of it. */
  end(): Promise<Omit<Fits, keyof Measured>>;
  /** Sends the workers home, whatever is under way. */
  stop(): void;
}

/** Hands a workload to workers and has them fit until all machine code is made. */
async function fitting(name: string, workers: number): Promise<Fitting> {
  const workload = WORKLOADS.find((one) => one.name === name) ?? WORKLOADS[0];
  if (workload === undefined) throw new TypeError("no workload");
  const { features } = workload;
  const { values, start } = numbersOf(workload);
  const channels = await started(workers, values, features);
  const stop = () => {
    for (const channel of channels) channel.terminate();
  };
  try {
    await introduce(channels);
    const prepare = () => Promise.all(channels.map((channel) => channel.calls.prepare([])));
    const began = performance.now();
    await prepare();
    const preparation = performance.now() - began;
    const together = async () =>
      putTogether(await Promise.all(channels.map((channel) => channel.calls.fit([start, features]))));
    const first = await together();
    const warm = performance.now() + WARM_UP;
    while (performance.now() < warm) await together();
    let same = true;
    return {
      stop,
      async fit() {
        const posted = performance.now();
        const { labels } = await together();
        const took = performance.now() - posted;
        same &&= labels.every((label, row) => label === first.labels[row]);
        return took;
      },
      async end() {
        const bytes = (await prepare()).reduce((sum, one) => sum + one, 0);
        const { inertia, iterations, labels } = first;
        return { preparation, inertia, iterations, bytes, same, digest: digest(labels) };
      },
    };
  } catch (reason) {
    stop();
    throw reason;
  }
}

/** Times fits of a workload, each by all workers together. */
async function fits(name: string, workers: number, runs: number): Promise<Fits> {
  const { fit, end, stop } = await fitting(name, workers);
  try {
    const milliseconds: number[] = [];
    for (let run = 0; run < runs; run++) milliseconds.push(await fit());
    return { what: what(name), workers, milliseconds, ...(await end()) };
  } finally {
    stop();
  }
}

/** Gives every worker a line to every other. */
async function introduce(channels: Channel<ComputeCalls>[]): Promise<void> {
  const ports: MessagePort[][] = channels.map(() => []);
  for (const [at, own] of ports.entries())
    for (const other of ports.slice(at + 1)) {
      const { port1, port2 } = new MessageChannel();
      own.push(port1);
      other.push(port2);
    }
  await Promise.all(
    channels.map((channel, place) => channel.calls.meet([place, ports[place] ?? []], {}, ports[place] ?? [])),
  );
}

/** A number for all labels: FNV-1a. */
function digest(labels: Uint8Array): number {
  return labels.reduce((hash, label) => Math.imul(hash ^ label, 0x01000193) >>> 0, 0x811c9dc5);
}

/** Times the job on the first customers of W1: fits of 2 to 10 segments from ten starts each, the exact silhouette of every number. */
async function job(customers: number, workers: number, runs: number): Promise<Job> {
  const [workload] = WORKLOADS;
  if (workload === undefined) throw new TypeError("no workload");
  const columns = workload.features;
  const values = generate(workload).values.slice(0, customers * columns);
  const channels = await started(workers, values, columns);
  try {
    const milliseconds: number[] = [];
    const warm = performance.now() + WARM_UP;
    let done = await jobOnce(channels, customers);
    while (performance.now() < warm) await jobOnce(channels, customers);
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      done = await jobOnce(channels, customers);
      milliseconds.push(performance.now() - began);
    }
    const bytes = await Promise.all(channels.map((channel) => channel.calls.prepare([])));
    const name = `k 2 to 10 and silhouettes, ${customers.toLocaleString("en")} × ${columns}`;
    return { what: name, workers, milliseconds, ...done, bytes: bytes.reduce((sum, one) => sum + one, 0) };
  } finally {
    for (const channel of channels) channel.terminate();
  }
}

/** As the plan of an analysis has it: above 50,000 customers the starts are fitted on a sample, their best then on everyone. */
async function jobOnce(channels: Channel<ComputeCalls>[], customers: number) {
  const restarts = Array.from(
    { length: RESTARTS },
    (_, restart) => ({ unit: "restart", restart, ks: KS, seed: 1 }) as const,
  );
  let best = leastOf(await shared(channels, restarts, solved));
  if (customers > 50_000) {
    const polish = best.map(({ centroids }) => ({ unit: "polish", centroids }) as const);
    best = (await shared(channels, polish, solved)).flat();
  }
  const solutions: Matrix[] = best.map(({ centroids }) => centroids);
  const block = Math.max(BLOCK, Math.ceil(customers / 64));
  const blocks = Array.from({ length: Math.ceil(customers / block) }, (_, at) => at * block);
  const widths = await shared(channels, blocks, (channel, from) =>
    channel.calls.silhouettes([from, Math.min(from + block, customers), solutions]),
  );
  const mean = (at: number) => widths.reduce((sum, one) => sum + total(one[at]), 0) / customers;
  return { inertias: best.map(({ inertia }) => inertia), silhouettes: solutions.map((_, at) => mean(at)) };
}

function total(widths: Widths | undefined): number {
  return widths?.sums.reduce((sum, one) => sum + one, 0) ?? Number.NaN;
}

async function solved(channel: Channel<ComputeCalls>, unit: Unit): Promise<Solution[]> {
  const partial = await channel.calls.run([unit]);
  if (partial.partial !== "solutions") throw new TypeError("no solutions");
  return partial.values;
}

/** Pieces of work over workers, results in their order. */
async function shared<Piece, Result>(
  channels: Channel<ComputeCalls>[],
  pieces: readonly Piece[],
  work: (channel: Channel<ComputeCalls>, piece: Piece) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const run = async (channel: Channel<ComputeCalls>) => {
    for (let at = next++; at < pieces.length; at = next++)
      results[at] = await work(channel, pieces[at] as Piece);
  };
  await Promise.all(channels.map(run));
  return results;
}

/** For each number of segments the solution of least inertia, the first on a tie. */
function leastOf(starts: Solution[][]): Solution[] {
  return KS.map((_, at) => {
    const solutions = starts.flatMap((solutions) => solutions.slice(at, at + 1));
    return solutions.reduce((best, one) => (one.inertia < best.inertia ? one : best));
  });
}

function what(name: string): string {
  const workload = WORKLOADS.find((one) => one.name === name);
  if (workload === undefined) return name;
  return `${name}: one fit, ${workload.customers.toLocaleString("en")} × ${workload.features}, k ${workload.segments}`;
}

Object.assign(globalThis, { bench: { fitting, fits, job } });

const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;

/** Measures everything and fills the table line by line. */
async function measureAll(large: boolean): Promise<void> {
  const measured: Measured[] = [];
  const cores = navigator.hardwareConcurrency || 1;
  const workers = Array.from({ length: Math.min(cores, 8) }, (_, at) => at + 1);
  const small = WORKLOADS.filter(({ customers }) => large || customers < 1_000_000);
  const steps = [
    ...small.map(({ name }) => ({ label: what(name), measure: () => fits(name, 1, RUNS) })),
    ...workers.map((count) => ({
      label: `the whole job in ${count}`,
      measure: () => job(10_000, count, RUNS),
    })),
  ];
  for (const { label, measure } of steps) {
    element("status").textContent = `Measuring ${label} …`;
    measured.push(await measure());
    show(measured, cores);
  }
  element("status").textContent = "Done.";
}

function show(measured: readonly Measured[], cores: number): void {
  const rows = measured.map(({ what, workers, milliseconds }) => {
    const sorted = [...milliseconds].sort((a, b) => a - b);
    const times = [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)];
    const row = document.createElement("tr");
    // Tenths of what takes long would make the table wider than a small window.
    const shown = times.map((time = 0) => time.toFixed(time < 100 ? 1 : 0));
    for (const text of [what, `${workers}`, ...shown])
      row.append(Object.assign(document.createElement("td"), { textContent: text }));
    return row;
  });
  element("table")
    .querySelector("tbody")
    ?.replaceChildren(...rows);
  element("table").hidden = false;
  element("copy").hidden = false;
  const { userAgent } = navigator;
  element<HTMLTextAreaElement>("json").value = JSON.stringify({ userAgent, cores, measured });
}

element("run").addEventListener("click", () => {
  element<HTMLButtonElement>("run").disabled = true;
  measureAll(element<HTMLInputElement>("large").checked)
    .catch((reason: unknown) => {
      element("status").textContent = `It failed: ${String(reason)}`;
    })
    .finally(() => {
      element<HTMLButtonElement>("run").disabled = false;
    });
});
