/** `npm run bench`: how big the page is and how long a person waits for it, in the browser that the tests use. */

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { findChromium, setUpChromium } from "../scripts/chromium.js";
import { buildPage, PAGE } from "../scripts/page.js";
import { main, root } from "../scripts/process.js";
import { checkNode, setUpPackages, setUpRust } from "../scripts/setup.js";
import { buildBench, buildWasm, GENERATED, MODULES } from "../scripts/wasm.js";
import { measureFits } from "./fits/fits.js";
import { measureReading } from "./reading/reading.js";

const RUNS = 5;

/** What there is to measure; arguments name some of it: `npm run bench fits`. */
const PARTS = process.argv.length > 2 ? process.argv.slice(2) : ["page", "reading", "fits"];

await main(async () => {
  checkNode();
  await setUpRust();
  await setUpPackages();
  await setUpChromium();
  await buildWasm();
  await buildPage();
  if (PARTS.includes("page")) await measurePage();
  if (PARTS.includes("reading")) {
    await buildBench();
    await measureReading();
  }
  if (PARTS.includes("fits")) await measureFits();
});

async function measurePage() {
  for (const path of [PAGE, ...MODULES.map((name) => `${GENERATED}/${name}_bg.wasm`)]) printSize(path);
  report("opening the page", await timed(openingTime));
  for (const file of files())
    report(`${basename(file)}, drop to segments`, await timed((page) => dropToSegments(page, file)));
}

/** What is measured: the sample in the repository, and the whole of it (45 MB) where `../shared` is beside the checkout. */
function files() {
  const whole = join(root, "../shared/data/online_retail_uci.csv.gz");
  const own = join(root, "tests/data/online_retail_sample.csv");
  if (!existsSync(whole)) {
    console.log("skipped: the whole of Online Retail, since ../shared is not here");
    return [own];
  }
  const unpacked = join(mkdtempSync(join(tmpdir(), "ringfence-")), "online_retail_uci.csv");
  writeFileSync(unpacked, gunzipSync(readFileSync(whole)));
  return [own, unpacked];
}

/**
 * @param {string} what
 * @param {readonly number[]} times
 */
function report(what, times) {
  const [least, most] = [Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0));
  console.log(`${what}: ${median(times).toFixed(0)} ms (median of ${times.length}, ${least} to ${most})`);
}

/** @param {string} path */
function printSize(path) {
  const content = readFileSync(join(root, path));
  const gzipped = gzipSync(content, { level: 9 }).length;
  console.log(`${path}: ${content.length} bytes, gzipped ${gzipped}`);
}

/**
 * Times `measure` in a new window each time.
 *
 * @param {(page: import("@playwright/test").Page) => Promise<number>} measure
 */
async function timed(measure) {
  const { chromium } = await import("@playwright/test");
  const executablePath = findChromium() ?? "";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const times = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await browser.newPage({ locale: "en" });
      await page.goto(pathToFileURL(join(root, PAGE)).href, { waitUntil: "load" });
      times.push(await measure(page));
      await page.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}

/**
 * Milliseconds from the start of the navigation to the end of the page's script.
 *
 * @param {import("@playwright/test").Page} page
 */
async function openingTime(page) {
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation");
    return /** @type {PerformanceNavigationTiming} */ (entry).domContentLoadedEventEnd;
  });
}

/**
 * Milliseconds from choosing a file to its segments.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} file
 */
async function dropToSegments(page, file) {
  const started = performance.now();
  await page.locator("input#file").setInputFiles(file);
  await page
    .getByRole("status")
    .filter({ hasText: /^Done: / })
    .waitFor({ state: "attached", timeout: 120_000 });
  return performance.now() - started;
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
