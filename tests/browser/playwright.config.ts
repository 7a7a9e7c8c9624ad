import { defineConfig } from "@playwright/test";
import { findChromium } from "../../scripts/chromium.js";
import { Failure } from "../../scripts/process.js";

const executablePath = findChromium();
if (executablePath === undefined) {
  throw new Failure("There is no Chromium or Chrome here: install one, or set CHROME_PATH to where it is");
}

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "results",
  // One at a time: the page itself uses every core, and some tests measure time.
  workers: 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: "list",
  // A machine that others use may stall for seconds. What passes only at the second try is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 60_000,
  // A busy machine, not a slow page, decides how long a step takes here; what must be quick measures time itself.
  expect: { timeout: 15_000 },
  use: {
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      // Containers have neither a user namespace for the sandbox nor a graphics card. The rest keeps the browser itself
      // off the network (its own services are looked for where nothing listens), so that what is seen is the page's.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--gaia-url=http://127.0.0.1:9",
        "--component-updater=url-source=http://127.0.0.1:9/",
        "--apps-gallery-update-url=http://127.0.0.1:9/",
      ],
    },
  },
});
