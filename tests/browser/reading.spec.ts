/** How a file's bytes come into the page: streamed, in every browser. */

import { copyFile, mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { cards, choose, dataFile, go, settled } from "./journey.ts";
import { expect, test } from "./page.ts";

test("a browser whose files are no streams of bytes reads them all the same", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  const expected = await cards(page).allTextContents();
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    const { stream } = Blob.prototype;
    Blob.prototype.stream = function () {
      return stream.call(this).pipeThrough(new TransformStream());
    };
  });
  const ofAnotherKind = await worker?.evaluate(() => {
    try {
      return new Blob(["a"]).stream().getReader({ mode: "byob" }) === undefined;
    } catch {
      return true;
    }
  });
  expect(ofAnotherKind).toBe(true);
  await go(page, "Drop");
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  expect(await cards(page).allTextContents()).toEqual(expected);
});

test("a file that has gone since it was chosen is named", async ({ open }, testInfo) => {
  const path = testInfo.outputPath("customers.csv");
  await mkdir(dirname(path), { recursive: true });
  await copyFile(dataFile("wholesale_customers.csv"), path);
  const { page } = await open();
  await choose(page, path);
  await settled(page);
  await rm(path);
  await page.getByRole("combobox", { name: "“Fresh”" }).selectOption("ignore");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Code: io-read");
  await expect(alert).toContainText("customers.csv");
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await expect(alert).toHaveCount(0);
});
