/**
 * How long fits and whole jobs take: Ringfence in the browser (the built bench page, 1 and 2 workers) and natively, beside others
 * on the same numbers in the same run. Others are measured where they are installed: ml-kmeans and skmeans in the folder that
 * `PEERS` names (one with `node_modules`, esbuild among them), scikit-learn by the Python that `PEERS_PYTHON` names.
 * `FITS` names the workloads to time (and `jobs`), `RUNS` how many turns each gets; `FITS_DATA` is a folder with numbers to take in place of the generated ones: for a
 * workload `W2` there `W2.f64` and `W2.init.f64` (raw doubles, little-endian, row after row).
 */

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findChromium } from "../../scripts/chromium.js";
import { BENCH_PAGE } from "../../scripts/page.js";
import { Failure, root, run } from "../../scripts/process.js";
import { everybody } from "./contenders.js";
import { asClustered, generate, WORKLOADS } from "./workloads.js";

const RUNS = Number(process.env.RUNS ?? 5);
const DATA = process.env.FITS_DATA;
const CHOSEN = (process.env.FITS ?? [...WORKLOADS.map(({ name }) => name), "jobs"].join(",")).split(",");

/** Milliseconds that a turn takes at least. */
const TURN = 500;

/** Share of a turn that the host of a virtual machine may take away before the turn counts as disturbed. */
const DISTURBED = 0.01;

/** @typedef {{ who: string, milliseconds: number[] } & import("./contenders.js").Facts} Measured */

/** Prints a table of all, and writes the same as JSON into `target/fits.json`. */
export async function measureFits() {
  const folder = join(tmpdir(), "ringfence-bench");
  mkdirSync(folder, { recursive: true });
  const page = await opened();
  try {
    const fits = [];
    for (const name of CHOSEN.filter((name) => name !== "jobs"))
      fits.push({ name, ...(await fitsOf(page, folder, name)) });
    const jobs = CHOSEN.includes("jobs")
      ? [await jobOf(page, folder, 10_000, 0), await jobOf(page, folder, 100_000, 10_000)]
      : [];
    const machine = cpus()[0]?.model;
    mkdirSync(join(root, "target"), { recursive: true });
    writeFileSync(
      join(root, "target/fits.json"),
      JSON.stringify({ machine, cores: cpus().length, fits, jobs }, null, 1),
    );
    console.log("target/fits.json has the same");
  } finally {
    await page.context().browser()?.close();
  }
}

/**
 * The bench page, with other libraries in it where they are installed. Their script needs the page's policy out of the way; ours
 * was written for it.
 */
async function opened() {
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", "--disable-gpu", "--js-flags=--max-old-space-size=8000"],
  });
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  page.setDefaultTimeout(0);
  await page.goto(pathToFileURL(join(root, BENCH_PAGE)).href, { waitUntil: "load" });
  if (process.env.PEERS !== undefined) {
    const peers = join(process.env.PEERS, "node_modules");
    if (!existsSync(join(peers, "ml-kmeans")))
      throw new Failure("The folder that PEERS names has no node_modules/ml-kmeans.");
    const { build } = await import(join(peers, "esbuild/lib/main.js"));
    const entryPoints = [join(root, "benches/fits/peers.js")];
    const options = { bundle: true, format: "esm", write: false, nodePaths: [peers], logLevel: "error" };
    const result = await build({ entryPoints, ...options });
    await page.addScriptTag({ type: "module", content: result.outputFiles[0].text });
    await page.waitForFunction(() => "peerFitting" in globalThis);
  }
  return page;
}

/**
 * Everybody's fits of one workload.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<{ measured: Measured[], stolen: number[] }>}
 */
async function fitsOf(page, folder, name) {
  const workload = WORKLOADS.find((one) => one.name === name);
  if (workload === undefined) throw new Failure(`There is no workload ${name}.`);
  await provide(page, folder, workload);
  /** @type {import("./contenders.js").Contender[]} */
  const contenders = [];
  try {
    for (const ready of everybody(folder, workload, page)) contenders.push(await ready);
    const { milliseconds, stolen } = await inTurns(contenders);
    /** @type {Measured[]} */
    const measured = [];
    for (const [at, { who, end }] of contenders.entries())
      measured.push({ who, milliseconds: milliseconds[at] ?? [], ...(await end()) });
    print(`${name}: ${workload.customers} × ${workload.features}, k ${workload.segments}; one fit`, measured);
    printUndisturbed(measured, stolen);
    refuse(name, measured);
    return { measured, stolen };
  } finally {
    // All, also where the page is gone.
    await Promise.allSettled(contenders.map(async ({ stop }) => stop()));
  }
}

/**
 * Milliseconds of everybody's fits: of each turn the median. A turn is half a second, or one fit where that takes longer; then it is somebody else's. When the
 * machine gets slower or faster meanwhile, it does so for all, and what others left behind in caches and garbage is gone after the first fits.
 *
 * @param {readonly import("./contenders.js").Contender[]} contenders
 * @returns {Promise<{ milliseconds: number[][], stolen: number[] }>} and of each turn the share of time that the cores were taken away
 */
async function inTurns(contenders) {
  const milliseconds = contenders.map(() => /** @type {number[]} */ ([]));
  const stolen = [];
  for (let run = 0; run < RUNS; run++) {
    const before = coreTimes();
    for (const [at, { turn }] of contenders.entries()) milliseconds[at]?.push(median(await turn(TURN)));
    const after = coreTimes();
    stolen.push((after.stolen - before.stolen) / Math.max(1, after.all - before.all));
  }
  return { milliseconds, stolen };
}

/** Ticks of all cores since the machine started, and those of them in which the host of a virtual machine ran somebody else; 0 where nobody says so. */
function coreTimes() {
  const file = "/proc/stat";
  if (!existsSync(file)) return { all: 0, stolen: 0 };
  // user, nice, system, idle, iowait, irq, softirq, steal: proc_stat(5).
  const [line = ""] = readFileSync(file, "utf8").split("\n", 1);
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
  return { all: ticks.reduce((sum, one) => sum + one, 0), stolen: ticks[7] ?? 0 };
}

/**
 * Fast is nothing where it is not right.
 *
 * @param {string} name
 * @param {readonly Measured[]} measured
 * @throws where anybody of ours has other labels, the plain twin would change one, or the inertia is not scikit-learn's in double precision
 */
function refuse(name, measured) {
  const ours = measured.filter(({ who }) => who.startsWith("ringfence"));
  if (new Set(ours.map(({ digest }) => digest)).size > 1) throw new Error(`${name}: labels differ`);
  if (ours.some(({ same, fixed }) => same === false || fixed === false))
    throw new Error(`${name}: labels are not where they stay`);
  const other = measured.find(({ who }) => who.startsWith("scikit-learn"))?.inertia;
  const far = ours.find(
    ({ inertia }) => Math.abs((inertia ?? Number.NaN) / (other ?? Number.NaN) - 1) > 1e-9,
  );
  if (far !== undefined) throw new Error(`${name}: inertia is not scikit-learn's`);
}

/**
 * Puts the numbers of a workload into files for those who run natively, and into the page where they were given.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} folder
 * @param {import("./workloads.js").Workload} workload
 */
async function provide(page, folder, workload) {
  const files = [`${workload.name}.f64`, `${workload.name}.start.f64`].map((file) => join(folder, file));
  const [rows, centroids] = /** @type {[string, string]} */ (files);
  if (DATA === undefined) {
    const { values, start } = generate(workload);
    writeFileSync(rows, values);
    writeFileSync(centroids, start);
    return;
  }
  const bytes = readFileSync(join(DATA, `${workload.name}.f64`));
  const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  asClustered(values);
  writeFileSync(rows, values);
  copyFileSync(join(DATA, `${workload.name}.init.f64`), centroids);
  await page.evaluate(() => {
    document.querySelector("#given")?.remove();
    document.body.append(
      Object.assign(document.createElement("input"), { type: "file", id: "given", multiple: true }),
    );
  });
  await page.setInputFiles("#given", files);
  await page.evaluate(async (name) => {
    const { files } = /** @type {HTMLInputElement} */ (document.querySelector("#given"));
    const numbers = [...(files ?? [])].map(async (file) => new Float64Array(await file.arrayBuffer()));
    const [values, start] = await Promise.all(numbers);
    Object.assign(globalThis, { given: { [name]: { values, start } } });
  }, workload.name);
}

/**
 * The job of choosing k from 2 to 10, exact silhouettes; others may take a sample for theirs.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} folder
 * @param {number} customers
 * @param {number} sample that scikit-learn's silhouettes are computed on; 0: everyone
 */
async function jobOf(page, folder, customers, sample) {
  /** @type {Measured[]} */
  const measured = [];
  for (const workers of [2, 1]) {
    const given = /** @type {const} */ ([customers, workers, customers > 20_000 ? 1 : RUNS]);
    const found = await page.evaluate(
      ([customers, workers, runs]) => /** @type {any} */ (globalThis).bench.job(customers, workers, runs),
      given,
    );
    measured.push({ who: `ringfence, Chromium, ${workers} worker${workers > 1 ? "s" : ""}`, ...found });
  }
  const [workload] = WORKLOADS;
  if (process.env.PEERS_PYTHON !== undefined && workload !== undefined) {
    writeFileSync(join(folder, "W1.f64"), generate(workload).values);
    const script = join(root, "benches/fits/scikit.py");
    for (const threads of [2, 1]) {
      const given = [script, "job", folder, `${customers}`, `${sample}`, `${threads}`];
      const { seconds, ...found } = JSON.parse(await run(process.env.PEERS_PYTHON, given, { quiet: true }));
      const on = sample > 0 ? `, silhouettes on ${sample}` : "";
      measured.push({
        who: `scikit-learn, ${threads} threads${on}`,
        milliseconds: [seconds * 1e3],
        ...found,
      });
    }
  }
  print(`${customers} × 3; k 2 to 10, ten starts each, silhouettes`, measured);
  return { customers, measured };
}

/**
 * @param {string} title
 * @param {readonly Measured[]} measured
 */
function print(title, measured) {
  console.log(`\n${title}`);
  const ours = measured[0]?.milliseconds ?? [];
  for (const { who, milliseconds, inertia, iterations, preparation, bytes, same } of measured) {
    const middle = median(milliseconds);
    const range = `${Math.min(...milliseconds).toFixed(1)} to ${Math.max(...milliseconds).toFixed(1)}`;
    const facts = [
      ...(inertia === undefined ? [] : [`inertia ${inertia.toPrecision(14)}`]),
      ...(iterations === undefined ? [] : [`${iterations} rounds`]),
      ...(preparation === undefined ? [] : [`prepared in ${preparation.toFixed(1)}`]),
      ...(bytes === undefined ? [] : [`${(bytes / 1e6).toFixed(0)} MB`]),
      ...(same === false ? ["LABELS DIFFER"] : []),
    ];
    const times = `${middle.toFixed(1).padStart(9)} ms (${range})`;
    console.log(
      `${who.padEnd(52)} ${times.padEnd(36)} ${ratio(milliseconds, ours).padEnd(26)} ${facts.join(", ")}`,
    );
  }
}

/**
 * The ratios once more without the turns in which the host took cores away: whoever works in two at once then waits for the one that is gone.
 *
 * @param {readonly Measured[]} measured
 * @param {readonly number[]} stolen
 */
function printUndisturbed(measured, stolen) {
  const undisturbed = stolen.flatMap((share, turn) => (share < DISTURBED ? [turn] : []));
  if (undisturbed.length === stolen.length) return;
  const most = `${(100 * Math.max(...stolen)).toFixed(0)} %`;
  console.log(
    `The host took up to ${most} of a turn away; under ${100 * DISTURBED} % in ${undisturbed.length} of ${stolen.length} turns.`,
  );
  if (undisturbed.length === 0) return;
  /** @param {Measured} one */
  const then = ({ milliseconds }) => undisturbed.map((turn) => milliseconds[turn] ?? Number.NaN);
  const [first, ...others] = measured;
  const ours = first ? then(first) : [];
  for (const other of others) console.log(`${other.who.padEnd(89)} ${ratio(then(other), ours)} in these`);
}

/**
 * How many times as long as ours: turn by turn where there are as many, and from the least to the most; else by the medians.
 *
 * @param {readonly number[]} theirs
 * @param {readonly number[]} ours
 */
function ratio(theirs, ours) {
  if (theirs === ours) return "1".padStart(7);
  if (theirs.length !== ours.length) return (median(theirs) / median(ours)).toFixed(2).padStart(7);
  const ratios = theirs.map((time, turn) => time / (ours[turn] ?? Number.NaN));
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  return `${median(ratios).toFixed(2).padStart(7)} (${range})`;
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
