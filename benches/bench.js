/** `npm run bench`: how big the page is and how long a person waits for it, in the browser that the tests use. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { findChromium, setUpChromium } from "../scripts/chromium.js";
import { buildPage, PAGE } from "../scripts/page.js";
import { main, root } from "../scripts/process.js";
import { checkNode, setUpPackages, setUpRust } from "../scripts/setup.js";
import { buildWasm, GENERATED, MODULES } from "../scripts/wasm.js";

const RUNS = 5;

await main(async () => {
  checkNode();
  await setUpRust();
  await setUpPackages();
  await setUpChromium();
  await buildWasm();
  await buildPage();
  for (const path of [PAGE, ...MODULES.map((name) => `${GENERATED}/${name}_bg.wasm`)]) printSize(path);
  console.log(`opening the page, median of ${RUNS}: ${median(await openingTimes()).toFixed(0)} ms`);
});

/** @param {string} path */
function printSize(path) {
  const content = readFileSync(join(root, path));
  const gzipped = gzipSync(content, { level: 9 }).length;
  console.log(`${path}: ${content.length} bytes, gzipped ${gzipped}`);
}

/** Milliseconds from the start of the navigation to the end of the page's script, each in a new window. */
async function openingTimes() {
  const { chromium } = await import("@playwright/test");
  const executablePath = findChromium() ?? "";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const times = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(join(root, PAGE)).href, { waitUntil: "load" });
      times.push(
        await page.evaluate(() => {
          const [entry] = performance.getEntriesByType("navigation");
          return /** @type {PerformanceNavigationTiming} */ (entry).domContentLoadedEventEnd;
        }),
      );
      await page.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
