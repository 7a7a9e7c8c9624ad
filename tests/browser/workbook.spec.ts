/** A workbook is read like any other file, and its sheet can be chosen. */

import { cards, choose, dataFile, go, made, save, settled } from "./journey.ts";
import { expect, test } from "./page.ts";

test("a workbook, from the drop to its segments and to another sheet", async ({ open }) => {
  const { page, screenshot } = await open("file");
  await choose(page, dataFile("wholesale_customers.xlsx"));
  await settled(page);
  await expect(page.getByText("440 rows, one per customer.")).toBeVisible();
  const sheet = page.getByLabel("Sheet of the workbook to read");
  await expect(sheet).toHaveValue("Spending");
  await expect(sheet.getByRole("option")).toHaveText([
    "Spending (441 rows, 8 columns)",
    "First fifty (51 rows, 8 columns)",
    "Lists (2 rows, 2 columns)",
  ]);
  await screenshot("workbook");
  await go(page, "Segments");
  const fromWorkbook = await cards(page).allTextContents();
  expect(fromWorkbook.length).toBeGreaterThan(1);

  await go(page, "Look");
  await sheet.selectOption("First fifty");
  await expect(page.getByText("50 rows, one per customer.")).toBeVisible();
  await settled(page);
  await go(page, "Share");
  const recipe = await save(page, () => page.getByRole("button", { name: "Save the recipe" }).click());
  expect(JSON.parse(recipe.text).reading.sheet).toBe("First fifty");

  await choose(page, dataFile("wholesale_customers.csv"));
  await go(page, "Look");
  await expect(page.getByText("440 rows, one per customer.")).toBeVisible();
  await expect(sheet).toHaveCount(0);
  await settled(page);
  await go(page, "Segments");
  await expect.poll(() => cards(page).allTextContents()).toEqual(fromWorkbook);
});

test("an archive that is no workbook, then a good one", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("orders.xlsx", Buffer.from("PK\x03\x04 and nothing more")));
  await expect(page.getByRole("alert")).toContainText("Code: workbook-damaged");
  await choose(page, dataFile("wholesale_customers.xlsx"));
  await settled(page);
  await expect(page.getByRole("alert")).toHaveCount(0);
});
