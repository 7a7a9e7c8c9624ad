/** What is decided, what is shown and what leaves belong together, whatever was cancelled or failed on the way. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { cards, cells, choose, dataFile, go, made, purchases, save, settled } from "./journey.ts";
import { expect, test } from "./page.ts";

/** Cancels what a click begins before anything of it can be done. */
async function cancelled(page: Page, selector: string, view: string): Promise<void> {
  await page.evaluate(
    ([selector, view]) => {
      const root = document.querySelector("ring-fence")?.shadowRoot;
      const step = root?.querySelector("[data-view]");
      step?.shadowRoot
        ?.querySelector(view as string)
        ?.shadowRoot?.querySelector<HTMLElement>(selector as string)
        ?.click();
      (step as unknown as { store: { cancel(): void } }).store.cancel();
    },
    [selector, view],
  );
  await expect(page.getByRole("status").filter({ hasText: "Cancelled" })).toBeAttached();
}

test("who opted out is on no list, also where forgetting that was cancelled; another file forgets it", async ({
  open,
}) => {
  const { page } = await open();
  await choose(page, made("shop.csv", purchases(60)));
  await settled(page);
  await go(page, "Look");
  await page.getByText("Leave out customers who opted out").click();
  const list = page.getByRole("textbox", { name: /^Paste their customer ids/ });
  await list.fill("C1000\nC1001");
  await page.getByRole("button", { name: "Leave these customers out" }).click();
  await settled(page);
  const found = page.getByText("2 of 2 customers on the list are in the file");
  await expect(found).toBeVisible();

  await cancelled(page, ".row button", "ringfence-opt-outs");
  await expect(found).toBeVisible();
  await go(page, "Share");
  await page.getByRole("button", { name: "I need the list of all customers" }).click();
  const all = await save(page, () => page.getByRole("button", { name: /personal data/ }).click());
  const ids = cells(all.text).map(([id]) => id);
  expect(ids).toHaveLength(1 + 58);
  expect(ids).not.toContain("C1000");

  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Look");
  await expect(page.getByRole("button", { name: "Forget the list" })).toHaveCount(0);
  // This file has no ids: a list cannot be heeded, says so by its name, and takes nothing away.
  await page.getByText("Leave out customers who opted out").click();
  await list.fill("7");
  await page.getByRole("button", { name: "Leave these customers out" }).click();
  await expect(page.getByRole("alert")).toContainText("Code: opt-outs-without-customers");
  await expect(page.getByRole("button", { name: "Forget the list" })).toHaveCount(0);
  await go(page, "Share");
  await expect(page.getByRole("button", { name: "Save the recipe" })).toBeEnabled();
});

test("ticks and choices return with what was cancelled", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("shop.csv", purchases(60)));
  await settled(page);
  await go(page, "Look");
  const tick = page.getByRole("row", { name: /^Rows that repeat another/ }).getByRole("checkbox");
  await expect(tick).not.toBeChecked();
  await cancelled(page, "input[type=checkbox]", "ringfence-cleaning");
  await expect(tick).not.toBeChecked();

  const role = page.getByRole("combobox", { name: "Change what “amount” is used as" });
  await role.evaluate((select: HTMLSelectElement) => {
    select.value = "discount";
    select.dispatchEvent(new Event("change"));
    const view = document.querySelector("ring-fence")?.shadowRoot?.querySelector("[data-view]");
    (view as unknown as { store: { cancel(): void } }).store.cancel();
  });
  await expect(role).toHaveValue("amount");
});

test("after a change that fails, what is still there says so, and nothing of it is saved", async ({
  open,
}) => {
  const { page, screenshot } = await open();
  await choose(page, made("shop.csv", purchases(60)));
  await settled(page);
  await go(page, "Look");
  const role = page.getByRole("combobox", { name: "Change what “amount” is used as" });
  await role.selectOption("ignore");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Code: no-amount-column");
  const close = alert.getByRole("button", { name: "Close" });
  await close.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  const note = page.getByText("This was made before your last change");
  for (const step of ["Segments", "Act"] as const) {
    await go(page, step);
    await expect(note).toBeVisible();
    await expect(page.locator(".stale")).toBeVisible();
  }
  await go(page, "Share");
  await expect(note).toBeVisible();
  await expect(page.getByText("This is what leaves")).toHaveCount(0);
  for (const button of await page.getByRole("button", { name: /^Save/ }).all())
    await expect(button).toBeDisabled();
  await screenshot("share-stale");

  await page.getByRole("note").getByRole("button", { name: "Undo" }).click();
  await settled(page);
  await expect(note).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Save the recipe" })).toBeEnabled();
});

test("a recipe and a table chosen together, in either order", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  await page.getByLabel("Number of segments", { exact: true }).selectOption("5");
  await expect(cards(page)).toHaveCount(5);
  await go(page, "Share");
  const saved = await save(page, () => page.getByRole("button", { name: "Save the recipe" }).click());
  const recipe = { name: saved.name, mimeType: "application/json", buffer: Buffer.from(saved.text) };
  const table = made("again.csv", readFileSync(dataFile("wholesale_customers.csv"), "utf8"));
  await go(page, "Segments");
  for (const files of [
    [recipe, table],
    [table, recipe],
  ]) {
    await go(page, "Drop");
    await page.getByRole("button", { name: "Forget the file" }).click();
    await page.locator("input#file").setInputFiles(files);
    await settled(page);
    await expect(page.getByText("again.csv")).toBeVisible();
    await go(page, "Segments");
    await expect(cards(page)).toHaveCount(5);
  }
});

test("a file that is dropped takes the place of what is open, also after “Add another file” came to nothing", async ({
  open,
}) => {
  const { page } = await open();
  await choose(page, made("first.csv", purchases(60)));
  await settled(page);
  const dialogue = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add another file of this shop" }).click();
  await dialogue;
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "second.csv", { type: "text/csv" }));
    return data;
  }, purchases(50));
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await settled(page);
  await expect(page.getByText("second.csv")).toBeVisible();
  await expect(page.getByText("first.csv")).toHaveCount(0);
});

test("ids can be pasted where a browser knows no “plaintext-only”", async ({ page, open }) => {
  await page.addInitScript(() => {
    const own = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "contentEditable");
    Object.defineProperty(HTMLElement.prototype, "contentEditable", {
      get: own?.get as () => string,
      set(value: string) {
        if (value === "plaintext-only") throw new SyntaxError();
        own?.set?.call(this, value);
      },
    });
  });
  await open();
  await choose(page, made("shop.csv", purchases(60)));
  await settled(page);
  await page.getByText("Leave out customers who opted out").click();
  const list = page.getByRole("textbox", { name: /^Paste their customer ids/ });
  await expect(list).toHaveJSProperty("contentEditable", "true");
});
