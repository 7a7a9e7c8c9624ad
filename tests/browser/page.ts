/**
 * Opens the built page, from a server and from the disk, and watches what it does on the way. Every test that opens it
 * through here also asserts that it kept its promise: no request after the document, no policy violation, no error.
 */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test as base, expect, type Page } from "@playwright/test";
import { PAGE } from "../../scripts/page.js";
import { root } from "../../scripts/process.js";
import { serve } from "../../scripts/serve.js";
import { type Trap, trapConnections } from "./trap.ts";

/** Where the page comes from: a server on this machine, or the file itself. */
export type Origin = "http" | "file";

/** The page, opened, with what it has done so far. */
export interface Opened {
  page: Page;
  /** Its address. */
  address: string;
  /** Every request of the page and its workers that is not for bytes already in the page (`blob:`, `data:`). */
  requests: string[];
  /** Everything the content policy stopped, in the page or in a worker. */
  violations: string[];
  /** Errors in the console and uncaught exceptions. */
  errors: string[];
  /** Writes `tests/browser/screenshots/NAME.png` of the whole page; to look at, never to compare. */
  screenshot(name: string): Promise<void>;
}

interface TestFixtures {
  /** Opens the page; `http` unless told otherwise. Another built document can be opened from the disk. */
  open: (origin?: Origin, document?: string) => Promise<Opened>;
}

interface WorkerFixtures {
  site: Awaited<ReturnType<typeof serve>>;
  trap: Trap;
}

export { expect };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const site = await serve({ folder: join(root, "dist"), page: PAGE.replace("dist/", ""), port: 0 });
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],

  trap: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const trap = await trapConnections();
      await use(trap);
      await trap.close();
    },
    { scope: "worker" },
  ],

  // Whatever leaves this machine has to pass the trap, also what Playwright does not report.
  launchOptions: [
    async ({ launchOptions, trap }, use) => {
      const args = [...(launchOptions.args ?? []), `--proxy-server=${trap.address}`];
      await use({ ...launchOptions, args });
    },
    { scope: "worker" },
  ],

  open: async ({ page, site, trap }, use, testInfo) => {
    const opened: Opened[] = [];
    await use(async (origin = "http", document = PAGE) => {
      const address = origin === "http" ? site.address : pathToFileURL(join(root, document)).href;
      const watched = await watch(page, address);
      opened.push(watched);
      await page.goto(address, { waitUntil: "load" });
      return watched;
    });
    if (testInfo.status !== testInfo.expectedStatus) return;
    // What a worker did in its last moments reaches the log a little later.
    await page.waitForTimeout(200);
    for (const { address, requests, violations, errors } of opened) {
      expect(requests, "the document is the only request").toEqual([address]);
      expect(violations, "the content policy stopped nothing").toEqual([]);
      expect(errors, "no error in the console").toEqual([]);
    }
    expect(trap.hosts, "nothing tried to leave this machine").toEqual([]);
  },
});

/** Starts to note what a page does. */
async function watch(page: Page, address: string): Promise<Opened> {
  const opened: Opened = {
    page,
    address,
    requests: [],
    violations: [],
    errors: [],
    screenshot: async (name) => {
      await page.screenshot({ path: join(root, "tests/browser/screenshots", `${name}.png`), fullPage: true });
    },
  };
  page.context().on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) opened.requests.push(request.url());
  });
  page.on("pageerror", (error) => opened.errors.push(String(error)));
  const note = (text: string) =>
    (text.includes("Content Security Policy") ? opened.violations : opened.errors).push(text);
  page.on("console", (message) => message.type() === "error" && note(message.text()));
  // What the browser itself writes into the console about a worker, Playwright does not pass on.
  const session = await page.context().newCDPSession(page);
  session.on("Log.entryAdded", ({ entry }) => entry.level === "error" && note(entry.text));
  await session.send("Log.enable");
  await page.exposeBinding("reportViolation", (_, violation: string) => {
    opened.violations.push(violation);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (globalThis as unknown as { reportViolation: (violation: string) => void })
        .reportViolation;
      report(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  return opened;
}
