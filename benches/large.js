/**
 * A gigabyte in a tab: 10 million lines of half a million customers become segments. Run by itself (`node benches/large.js`), on Linux:
 * memory is what the tab's processes hold, each shared page counted in proportion (`Pss` of `/proc/PID/smaps_rollup`). `LARGE_FILE`
 * names another file to read.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findChromium } from "../scripts/chromium.js";
import { PAGE } from "../scripts/page.js";
import { Failure, main, root } from "../scripts/process.js";
import { writeRetail } from "./reading/retail.js";

const BYTES = 1_000_000_000;
/** Some of them never buy. */
const CUSTOMERS = 620_000;

await main(async () => {
  const { LARGE_FILE } = process.env;
  if (LARGE_FILE !== undefined) return measure(LARGE_FILE);
  const folder = mkdtempSync(join(tmpdir(), "ringfence-large-"));
  try {
    const path = join(folder, "purchases.csv");
    const { rows, customers } = writeRetail(path, { bytes: BYTES, customers: CUSTOMERS, lines: 5, seed: 11 });
    console.log(`${rows} lines, ${customers} customers with a purchase`);
    await measure(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** @param {string} path */
async function measure(path) {
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage({ locale: "en" });
    await page.goto(pathToFileURL(join(root, PAGE)).href, { waitUntil: "load" });
    const before = rendererMegabytes();
    let peak = 0;
    /** @type {Set<string | null>} */
    const shares = new Set();
    const bar = page.locator("progress").first();
    /** @type {Set<string>} */
    const told = new Set();
    const status = page.getByRole("status").first();
    const started = performance.now();
    await page.locator("input[type=file]").first().setInputFiles(path);
    const alert = page.getByRole("alert");
    for (let done = false; !done; ) {
      peak = Math.max(peak, rendererMegabytes());
      const text = (await status.textContent()) ?? "";
      if (!told.has(text))
        console.log(`${seconds(started)} s, ${rendererMegabytes().toFixed(0)} MB: ${text}`);
      told.add(text);
      if (await bar.isVisible())
        shares.add(await bar.getAttribute("value", { timeout: 1_000 }).catch(() => null));
      if (await alert.isVisible()) throw new Failure(`It did not work: ${await alert.innerText()}`);
      done = text.startsWith("Done: ");
      await page.waitForTimeout(200);
    }
    console.log(
      `${seconds(started)} s in all; the tab held ${before.toFixed(0)} MB before and ${peak.toFixed(0)} MB at the most; the bar stood at ${shares.size} places`,
    );
    await cancel(page, path);
  } finally {
    await browser.close();
  }
}

/**
 * How soon reading stops when it is no longer wanted.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} path
 */
async function cancel(page, path) {
  await page.reload({ waitUntil: "load" });
  await page.locator("input[type=file]").first().setInputFiles(path);
  const button = page.getByRole("button", { name: "Cancel" });
  await button.waitFor();
  await page.waitForTimeout(2_000);
  const started = performance.now();
  await button.click();
  await button.waitFor({ state: "hidden" });
  console.log(`cancelled within ${(performance.now() - started).toFixed(0)} ms`);
}

/** @param {number} started */
function seconds(started) {
  return ((performance.now() - started) / 1000).toFixed(1);
}

/** What the renderers of our Chromium hold: pages and their workers. */
function rendererMegabytes() {
  const parents = new Map(
    readdirSync("/proc").flatMap((pid) => (/^\d+$/.test(pid) ? [[pid, parent(pid)]] : [])),
  );
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    let ancestor = parents.get(pid);
    while (ancestor !== undefined && ancestor !== String(process.pid)) ancestor = parents.get(ancestor);
    if (ancestor === undefined || !read(`/proc/${pid}/cmdline`).includes("--type=renderer")) continue;
    const pss = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`));
    kilobytes += Number(pss?.[1] ?? 0);
  }
  return kilobytes / 1000;
}

/** @param {string} pid */
function parent(pid) {
  return /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1];
}

/**
 * A file of a process; nothing where that has ended in the meantime.
 *
 * @param {string} path
 */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
