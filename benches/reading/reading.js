/**
 * How soon a file of 100 MB has become customers: the task that every reader of tables can be asked for, by our reader and by
 * others, and everything that the page does. Others are measured where they are installed: the page's in the folder that
 * `PEERS` names (one with `node_modules` holding papaparse, udsv, @duckdb/duckdb-wasm and esbuild), pandas by the Python that
 * `PEERS_PYTHON` names. `READING_FILE` and `READING_ANSWER` (customers,orders,hundredths) name another file to read.
 */

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { findChromium } from "../../scripts/chromium.js";
import { PAGE } from "../../scripts/page.js";
import { root, run } from "../../scripts/process.js";
import { GENERATED } from "../../scripts/wasm.js";
import { writeRetail } from "./retail.js";

const RUNS = 5;
const BYTES = 100_000_000;

/** @typedef {{ reader: string, first: number, seconds: number[], right: boolean | null }} Measured */

/** Prints a table of all readers, and the same as JSON. */
export async function measureReading() {
  const { path, answer } = file();
  const measured = [...(await inPage(path, answer)), ...(await byPandas(path, answer))];
  const ours = median(measured.find(({ reader }) => reader === "ringfence, 1 worker")?.seconds ?? []);
  console.log(`\n${(statSync(path).size / 1e6).toFixed(0)} MB to customers, median of ${RUNS}`);
  for (const { reader, first, seconds, right } of measured) {
    const middle = median(seconds);
    const range = `${Math.min(...seconds).toFixed(3)} to ${Math.max(...seconds).toFixed(3)}`;
    const verdict = right === null ? "" : right ? "right" : "WRONG";
    const times = `${middle.toFixed(3)} s (${range}; the first time ${first.toFixed(3)})`;
    console.log(`${reader.padEnd(22)} ${times}  ${(middle / ours).toFixed(2)}  ${verdict}`);
  }
  console.log(JSON.stringify({ bench: "reading", measured }));
}

/** The file, written unless it is there, and what a reader has to find in it. */
function file() {
  const { READING_FILE, READING_ANSWER } = process.env;
  if (READING_FILE !== undefined)
    return { path: READING_FILE, answer: (READING_ANSWER ?? "").split(",").map(Number) };
  const folder = join(tmpdir(), "ringfence-bench");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "retail.csv");
  const { customers, orders, hundredths } = writeRetail(path, { bytes: BYTES, customers: 7_700, seed: 7 });
  return { path, answer: [customers, orders, hundredths] };
}

/**
 * @param {string} path
 * @param {readonly number[]} answer
 * @returns {Promise<Measured[]>}
 */
async function inPage(path, answer) {
  const { chromium } = await import("@playwright/test");
  const { files, readers } = await served();
  const server = createServer((request, response) => {
    const name = (request.url ?? "/").slice(1) || "index.html";
    const content = files.get(name);
    if (content === undefined) return void response.writeHead(404).end();
    const body = typeof content === "string" ? readFileSync(content) : content;
    response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream" }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const bound = server.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : 0;
  const browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", "--disable-gpu", "--js-flags=--max-old-space-size=8000"],
  });
  try {
    // Each in a page of its own; round by round, so that whatever else the machine does befalls all of them.
    const pages = await Promise.all(readers.map(() => opened(browser, `http://127.0.0.1:${port}/`, path)));
    /** @type {Measured[]} */
    const measured = readers.map((reader) => ({ reader, first: 0, seconds: [], right: null }));
    for (let round = 0; round <= RUNS; round += 1) {
      for (const [at, one] of measured.entries()) {
        const found = await pages[at]?.evaluate(
          (name) => /** @type {any} */ (globalThis).measure(name),
          one.reader,
        );
        // The first time, machine code is still being made of all that is read by.
        if (round === 0) one.first = found.seconds;
        else one.seconds.push(found.seconds);
        if (found.answer.length > 0) one.right = one.right !== false && isSame(found.answer, answer);
      }
    }
    return measured;
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 * @param {string} file
 */
async function opened(browser, address, file) {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(address, { waitUntil: "load" });
  await page.locator("input").setInputFiles(file);
  return page;
}

/**
 * @param {readonly number[]} one
 * @param {readonly number[]} other
 */
function isSame(one, other) {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/**
 * What the page is made of: contents, or the paths of files; and the readers that are there.
 *
 * @returns {Promise<{ files: Map<string, string | Buffer>, readers: string[] }>}
 */
async function served() {
  const page = readFileSync(join(root, PAGE), "utf8");
  const worker = /<script type="text\/plain" id="worker-source">(.*?)<\/script>/s.exec(page)?.[1] ?? "";
  const peers = join(process.env.PEERS ?? "", "node_modules");
  /** @type {[string, string, string][]} */
  const classic = [
    ["papaparse", "papaparse.js", "papaparse/papaparse.min.js"],
    ["udsv", "udsv.js", "udsv/dist/uDSV.iife.min.js"],
  ];
  const there = classic.filter(([, , path]) => existsSync(join(peers, path)));
  const scripts = there.map(([, name]) => `<script src="${name}"></script>`).join("");
  const files = new Map(
    /** @type {[string, string | Buffer][]} */ ([
      [
        "index.html",
        Buffer.from(
          `<!doctype html><input type="file">${scripts}<script type="module" src="page.js"></script>`,
        ),
      ],
      ["page.js", join(root, "benches/reading/page.js")],
      ["worker.js", join(root, "benches/reading/worker.js")],
      ["bench.js", join(root, GENERATED, "bench.js")],
      ["bench_bg.wasm", join(root, GENERATED, "bench_bg.wasm")],
      ["engine_bg.wasm", join(root, GENERATED, "engine_bg.wasm")],
      ["page-worker.js", Buffer.from(worker)],
      ...there.map(([, name, path]) => [name, join(peers, path)]),
    ]),
  );
  const readers = ["reading only", "ringfence, 1 worker", "ringfence, 2 workers", "ringfence, full task"];
  for (const [reader] of there) readers.push(reader);
  if (there.some(([reader]) => reader === "papaparse")) readers.push("papaparse, by chunks");
  const duckdb = join(peers, "@duckdb/duckdb-wasm/dist");
  if (existsSync(duckdb)) {
    files.set("duckdb.js", await bundled(peers, join(duckdb, "duckdb-browser.mjs")));
    files.set("duckdb-worker.js", join(duckdb, "duckdb-browser-eh.worker.js"));
    files.set("duckdb.wasm", join(duckdb, "duckdb-eh.wasm"));
    readers.push("duckdb-wasm");
  }
  return { files, readers };
}

/**
 * DuckDB's own bundle imports Arrow by name, which no browser finds.
 *
 * @param {string} peers
 * @param {string} entry
 * @returns {Promise<Buffer>}
 */
async function bundled(peers, entry) {
  const { build } = await import(join(peers, "esbuild/lib/main.js"));
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/**
 * @param {string} path
 * @param {readonly number[]} answer
 * @returns {Promise<Measured[]>}
 */
async function byPandas(path, answer) {
  const python = process.env.PEERS_PYTHON;
  if (python === undefined) return [];
  const script = join(tmpdir(), "ringfence-bench-pandas.py");
  writeFileSync(script, PANDAS);
  const lines = (await run(python, [script, path, String(RUNS + 1)], { quiet: true })).trim().split("\n");
  const found = lines.map((line) => JSON.parse(line));
  const [first, ...seconds] = found.map(({ seconds }) => seconds);
  const right = found.every(({ totals }) => isSame(totals, answer));
  return [{ reader: "pandas, native", first, seconds, right }];
}

const PANDAS = `
import json, sys, time
import pandas as pd
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    lines = pd.read_csv(sys.argv[1], parse_dates=["InvoiceDate"])
    lines = lines[lines.CustomerID.notna() & ~lines.InvoiceNo.astype(str).str.startswith("C")]
    lines = lines.assign(spend=lines.Quantity * lines.UnitPrice)
    found = lines.groupby("CustomerID").agg(last=("InvoiceDate", "max"), orders=("InvoiceNo", "nunique"), spend=("spend", "sum"))
    totals = [len(found), int(found.orders.sum()), round(found.spend.sum() * 100)]
    print(json.dumps({"seconds": time.perf_counter() - start, "totals": totals}))
`;

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
