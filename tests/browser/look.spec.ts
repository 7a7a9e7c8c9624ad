/** The second step: what was cleaned, what is known of each customer, what the file tells before any grouping. */

import type { Page } from "@playwright/test";
import { choose, dataFile, go, settled } from "./journey.ts";
import { expect, test } from "./page.ts";

/** Every figure below was counted with pandas in tests/data/online_retail_sample.csv. */
async function openSample(page: Page): Promise<void> {
  await choose(page, dataFile("online_retail_sample.csv"));
  await settled(page);
  await go(page, "Look");
}

test("every step of cleaning says what it touches, and is taken back by a tick or by undo", async ({
  open,
}) => {
  const { page } = await open();
  await openSample(page);
  const repeated = page.getByRole("row", { name: /^Rows that repeat another/ });
  await expect(repeated).toContainText("50");
  await expect(repeated).toContainText("15");
  await expect(repeated).toContainText("217");
  const tick = repeated.getByRole("checkbox");
  await expect(tick).not.toBeChecked();

  const spending = page.getByRole("row", { name: /^Spending / });
  const before = await spending.textContent();
  await tick.check();
  await settled(page);
  await expect(tick).toBeChecked();
  await expect(repeated).toContainText("50");
  await page.keyboard.press("Control+z");
  await settled(page);
  await expect(tick).not.toBeChecked();
  await expect.poll(() => spending.textContent()).toBe(before);

  await page.getByLabel("Values far from all others").selectOption("setAside");
  await settled(page);
  await expect(
    page.getByRole("row", { name: /set aside.*Days since the last purchase|set aside/ }).first(),
  ).toBeVisible();
});

test("features are chosen, looked at closely and prepared one by one, by keyboard too", async ({ open }) => {
  const { page, screenshot } = await open();
  await openSample(page);
  const row = page.getByRole("row", { name: /^Spending per order/ });
  const tick = row.getByRole("checkbox");
  await expect(tick).not.toBeChecked();
  await tick.focus();
  await page.keyboard.press("Space");
  await settled(page);
  await expect(tick).toBeChecked();

  await row.getByRole("button").focus();
  await page.keyboard.press("Enter");
  const chart = page.getByRole("figure", { name: /^How “spending per order” is spread/ });
  await expect(chart).toBeVisible();
  await chart.getByRole("img").focus();
  await page.keyboard.press("ArrowRight");
  await expect(chart).toContainText(/to .*: .*customer/);
  await page.getByLabel("Transform").first().selectOption("yeoJohnson");
  await settled(page);
  await expect(page.getByRole("figure", { name: /Yeo-Johnson/ })).toBeVisible();
  await screenshot("look-features");

  await page.getByRole("button", { name: "Tick what is suggested" }).click();
  await settled(page);
  await expect(tick).not.toBeChecked();
});

test("months and correlations, as charts and as tables", async ({ open }) => {
  const { page } = await open();
  await openSample(page);
  const months = page.getByRole("figure", { name: /by month/ });
  await expect(months).toContainText("Revenue by month: most in 2011-11");
  await months.getByRole("button", { name: "Show as a table" }).click();
  const november = months.getByRole("row", { name: /2011-11/ });
  await expect(november).toContainText("14,300");
  await months.getByRole("button", { name: "Orders" }).click();
  await expect(november).toContainText("53");
  await months.getByRole("button", { name: "Customers who bought" }).click();
  await expect(november).toContainText("43");
  await expect(months.getByRole("row")).toHaveCount(14);

  const together = page.getByRole("figure", { name: /go together most/ });
  await together.getByRole("button", { name: "Show as a table" }).click();
  await expect(together.getByRole("row").nth(1)).toBeVisible();
});
