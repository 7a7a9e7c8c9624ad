/** The steps of the journey as a person takes them. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Download, expect, type Locator, type Page } from "@playwright/test";
import { root } from "../../scripts/process.js";

/** A file of tests/data. */
export function dataFile(name: string): string {
  return join(root, "tests/data", name);
}

/** A file that exists only here. */
export function made(name: string, content: string | Buffer) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(content) };
}

/** Purchases of so many customers over two years, in two crowds; one line stands there twice. */
export function purchases(customers: number): string {
  const lines = Array.from({ length: customers }, (_, at) => {
    const often = at % 2 === 0 ? 8 : 3;
    return Array.from({ length: often }, (_, order) => {
      const day = new Date(Date.UTC(2022, 0, 1 + ((at * 37 + order * 89) % 720)));
      return `C${1000 + at},${day.toISOString().slice(0, 10)},${(often * 5 + ((at * 7 + order) % 11)).toFixed(2)}`;
    });
  }).flat();
  return `customer_id,date,amount\n${[...lines, lines[0]].join("\n")}\n`;
}

/** Chooses a file, as the dialogue of the browser would. */
export async function choose(page: Page, file: string | ReturnType<typeof made>): Promise<void> {
  await page.locator("input#file").setInputFiles(file);
}

/** Opens the sample shop. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Try a sample shop" }).click();
}

/** Waits until nothing is going on any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Done: / })).toBeAttached({ timeout: 45_000 });
  await expect(page.getByRole("group", { name: "Work in progress" })).toHaveCount(0);
}

/** Goes to a step by the bar on top, and is there: the browser tells the page of a new address only later. */
export async function go(page: Page, step: "Drop" | "Look" | "Segments" | "Act" | "Share"): Promise<void> {
  const link = page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: step });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "step");
}

/** Opens everything that is folded on the step that is shown. */
export async function unfold(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((folds: HTMLDetailsElement[]) => {
    for (const fold of folds) fold.open = true;
  });
}

/** The segments' cards, on the third step and the fourth. */
export function cards(page: Page): Locator {
  return page.getByRole("article");
}

/** Clicks what saves a file and reads the file. */
export async function save(page: Page, click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent("download");
  await click();
  const download: Download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** The cells of a CSV without quotes in it. */
export function cells(csv: string): string[][] {
  return csv
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(","));
}
