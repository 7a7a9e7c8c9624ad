/** The built page opens wherever it lies, and asks nobody for anything. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PAGE } from "../../scripts/page.js";
import { policyOf } from "../../scripts/policy.js";
import { root } from "../../scripts/process.js";
import { choose, made } from "./journey.ts";
import { expect, type Origin, test } from "./page.ts";

for (const origin of ["http", "file"] satisfies Origin[]) {
  test(`opens from ${origin}`, async ({ open }) => {
    const { page } = await open(origin);
    await expect(page).toHaveTitle("Ringfence");
    await expect(page.locator("ring-fence")).toBeVisible();
    const defined = await page.evaluate(() => customElements.get("ring-fence") !== undefined);
    expect(defined).toBe(true);
  });
}

test("the policy stops what the page never does", async ({ page, site, trap }) => {
  await page.goto(site.address);
  const outcome = await page.evaluate(async () => {
    const tried = async (attempt: () => unknown) => {
      try {
        await attempt();
        return "allowed";
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      fetch: await tried(() => fetch("https://example.com/")),
      own: await tried(() => fetch(location.href)),
      socket: await tried(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket("wss://example.com/");
            socket.onopen = resolve;
            socket.onerror = () => reject(new TypeError());
          }),
      ),
      beacon: await tried(() => {
        if (!navigator.sendBeacon("https://example.com/", "x")) throw new TypeError();
      }),
      image: await tried(
        () =>
          new Promise((resolve, reject) => {
            const image = new Image();
            image.onload = resolve;
            image.onerror = () => reject(new TypeError());
            image.src = "https://example.com/x.png";
          }),
      ),
      code: await tried(() => new Function("return 1")()),
      markup: await tried(() => {
        document.body.innerHTML = "<b></b>";
      }),
    };
  });
  expect(outcome.fetch).toBe("TypeError");
  expect(outcome.own).toBe("TypeError");
  expect(outcome.socket).not.toBe("allowed");
  expect(outcome.image).toBe("TypeError");
  expect(outcome.code).toBe("EvalError");
  expect(outcome.markup).toBe("TypeError");
  expect(trap.hosts).toEqual([]);
});

test("what is tried is counted, by the page as by its workers", async ({ page }) => {
  await page.goto(pathToFileURL(join(root, PAGE)).href);
  const badge = page.locator(".badge");
  await expect(badge).toHaveText(/^\s*0 requests\s*$/);
  await page.evaluate(async () => {
    await fetch("https://example.com/").catch(() => {});
    await fetch("https://example.com/").catch(() => {});
    const image = new Image();
    const failed = new Promise((resolve) => {
      image.onerror = resolve;
    });
    // The browser says of this one that it was fetched, too.
    image.src = "https://example.com/x.png";
    await failed;
  });
  await expect(badge).toHaveText(/^\s*3 requests\s*$/);
  await choose(page, made("two.csv", "id,income\n1,2\n"));
  await expect(page.getByRole("alert")).toBeVisible();
  await page.workers()[0]?.evaluate(() => fetch("https://example.com/").catch(() => {}));
  await expect(badge).toHaveText(/^\s*4 requests\s*$/);
});

test("the policy is in the page itself and names no address", () => {
  const policy = policyOf(readFileSync(join(root, PAGE), "utf8"));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toContain("'unsafe-inline'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toMatch(/https?:|\*/);
});
