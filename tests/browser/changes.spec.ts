/** Changing one's mind: cancel, undo, redo. */

import type { Page } from "@playwright/test";
import type { Recipe } from "../../www/generated/types.ts";
import { History } from "../../www/history.ts";
import { cards, choose, dataFile, go, made, settled } from "./journey.ts";
import { expect, test } from "./page.ts";

/** A table of customers that takes many seconds to cluster: four numbers each, in no groups. */
function manyCustomers(count: number): string {
  let state = 12_345;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 12;
  };
  const rows = Array.from({ length: count }, (_, at) => `${at + 1},${next()},${next()},${next()},${next()}`);
  return `customer_id,income,visits,spending,distance\n${rows.join("\n")}\n`;
}

/** Names the first segment. */
async function rename(page: Page, name: string): Promise<void> {
  const field = cards(page).first().getByRole("textbox");
  await field.fill(name);
  await field.press("Enter");
}

test("cancel stops the work within 200 ms, and the page goes on", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("many.csv", manyCustomers(200_000)));
  const panel = page.getByRole("group", { name: "Work in progress" });
  await expect(panel).toContainText("Trying numbers of segments", { timeout: 30_000 });
  await expect.poll(() => page.workers().length).toBeGreaterThan(1);

  const cancel = panel.getByRole("button", { name: "Cancel" });
  const took = await cancel.evaluate(async (button: HTMLElement) => {
    const started = performance.now();
    button.click();
    while (button.isConnected) await new Promise((frame) => requestAnimationFrame(frame));
    return performance.now() - started;
  });
  expect(took).toBeLessThan(200);
  // Only the worker that holds the file is left. A browser may give a worker some seconds to end by itself.
  await expect.poll(() => page.workers().length).toBe(1);
  await expect(page.getByRole("status").filter({ hasText: "Cancelled" })).toBeAttached();

  // What had been found out about the file stays, and another file is read at once.
  await expect(
    page.getByRole("heading", { name: "What is known of each customer (200,000 customers)" }),
  ).toBeVisible();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await expect(page.getByText("440 rows, one per customer.")).toBeVisible();
});

test("cancel of a change keeps what was there before", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  await expect(cards(page)).not.toHaveCount(0);
  const before = await cards(page).allTextContents();
  await page.getByText("How values are prepared").click();
  const transform = page.getByLabel("How values are converted");
  await transform.selectOption("none");
  await page.evaluate(() => {
    // As soon as there is anything to cancel, which may be over sooner than a click from outside.
    const part = (root: ParentNode | null | undefined, name: string) => root?.querySelector(name)?.shadowRoot;
    part(part(document, "ring-fence"), "ringfence-progress")?.querySelector("button")?.click();
  });
  await expect(page.getByRole("status").filter({ hasText: "Cancelled" })).toBeAttached();
  await expect(transform).toHaveValue("auto");
  await expect.poll(() => cards(page).allTextContents()).toEqual(before);
});

test("what is cancelled leaves the recipe that is shown, also where that was cut off by undo and another change", () => {
  const recipe = (seed: number) => ({ fit: { seed } }) as Recipe;
  const [first, shown, cancelled] = [recipe(1), recipe(2), recipe(3)];
  const history = new History(first);
  history.push(() => shown);
  history.undo();
  history.push(() => cancelled);
  history.returnTo(shown);
  expect(history.current).toEqual(shown);
  expect(history.undo()).toBe(true);
  expect(history.current).toEqual(cancelled);
});

test("undo and redo, by button and by key", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  const title = page.getByRole("heading", { level: 1 });
  const advised = await title.textContent();
  const number = page.getByLabel("Number of segments", { exact: true });
  const undo = page.getByRole("button", { name: "Undo" });
  const redo = page.getByRole("button", { name: "Redo" });
  await expect(undo).toBeDisabled();

  await number.selectOption("6");
  await expect(title).toHaveText("Your customers in 6 segments");
  await page.getByRole("button", { name: "One segment more" }).click();
  await expect(title).toHaveText("Your customers in 7 segments");
  const name = cards(page).first().getByRole("textbox");
  const suggested = (await name.textContent()) ?? "";
  await name.fill("Ours");
  await name.press("Enter");
  await expect(page.getByRole("article", { name: "Ours" })).toBeVisible();

  await undo.click();
  await expect(cards(page).first().getByRole("textbox")).toHaveText(suggested);
  await page.keyboard.press("Control+z");
  await expect(title).toHaveText("Your customers in 6 segments");
  await page.keyboard.press("Control+z");
  await expect(title).toHaveText(advised ?? "");
  await expect(undo).toBeDisabled();
  await page.keyboard.press("Control+Shift+z");
  await expect(title).toHaveText("Your customers in 6 segments");
  await page.keyboard.press("Control+y");
  await expect(title).toHaveText("Your customers in 7 segments");
  await redo.click();
  await expect(page.getByRole("article", { name: "Ours" })).toBeVisible();
  await expect(redo).toBeDisabled();
});

test("a new name restarts nothing, neither the check nor the comparison with the last quarter", async ({
  open,
}) => {
  const { page } = await open();
  await choose(page, made("many.csv", manyCustomers(30_000)));
  await go(page, "Segments");
  const look = page.getByText("A first look. How many segments there are is still being checked");
  await expect(look).toBeVisible({ timeout: 30_000 });
  let begun = 0;
  page.on("worker", () => {
    begun += 1;
  });
  await rename(page, "Ours");
  await expect(page.getByRole("article", { name: "Ours" })).toBeVisible();
  await expect(page.locator(".stale")).toHaveCount(0);
  await expect(look).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("article", { name: "Ours" })).toHaveCount(0);
  await page.keyboard.press("Control+y");
  await settled(page);
  await expect(page.getByRole("article", { name: "Ours" })).toBeVisible();
  expect(begun).toBe(0);

  const parts = await page.evaluate(async () => {
    interface Shown {
      foretelling?: { done: number } | string | undefined;
      segments?: { foresight?: object | null } | undefined;
    }
    interface Step extends HTMLElement {
      store: { openSample(shop: object): Promise<void>; subscribe(told: (state: Shown) => void): () => void };
    }
    const view = document.querySelector("ring-fence")?.shadowRoot?.querySelector("[data-view]") as Step;
    const parts: number[] = [];
    const compared = new Promise<void>((done) => {
      view.store.subscribe(({ foretelling, segments }) => {
        if (typeof foretelling === "object") {
          // In the middle of it, as by hand.
          if (parts.push(foretelling.done) === 2) {
            const card = view.shadowRoot?.querySelector("ringfence-card")?.shadowRoot;
            const field = card?.querySelector("ringfence-field");
            field?.dispatchEvent(new CustomEvent("commit", { detail: "Theirs" }));
          }
        } else if (parts.length > 0 && segments?.foresight != null) done();
      });
    });
    await view.store.openSample({ customers: 3_000, seed: 1, name: "shop.csv" });
    await compared;
    return parts;
  });
  // Reading counts bytes, what follows parts of the whole.
  const ofWhole = parts.filter((part) => part <= 1);
  expect(parts.length).toBeGreaterThan(3);
  expect(ofWhole).toEqual([...ofWhole].sort((one, other) => one - other));
  await expect(page.getByRole("article", { name: "Theirs" })).toBeVisible();
  // What leaves has the name as well.
  await go(page, "Share");
  await expect(page.getByRole("rowheader", { name: "Theirs" })).toBeVisible();
});

test("of quick changes only the newest is shown", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  await page.getByText("How values are prepared").click();
  for (const scale of ["robust", "none", "standard", "robust"])
    await page.getByLabel("How much each feature counts").selectOption(scale);
  await page.getByLabel("Number of segments", { exact: true }).selectOption("3");
  await settled(page);
  await expect(page.getByLabel("How much each feature counts")).toHaveValue("robust");
  const quick = await cards(page).allTextContents();

  // The same, step by step.
  await go(page, "Drop");
  await page.getByRole("button", { name: "Forget the file" }).click();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  await page.getByText("How values are prepared").click();
  await page.getByLabel("How much each feature counts").selectOption("robust");
  await settled(page);
  await page.getByLabel("Number of segments", { exact: true }).selectOption("3");
  await settled(page);
  await expect.poll(() => cards(page).allTextContents()).toEqual(quick);
});
