/** What leaves is what is shown, number by number; and what left before is remembered. */

import type { Page } from "@playwright/test";
import { choose, dataFile, go, made, openSample, save, settled, unfold } from "./journey.ts";
import { expect, test } from "./page.ts";
import { type Figure, figures, heldBackCells, shownRows } from "./released.ts";

/**
 * A table of customers with yes/no columns (one of them rare), empty cells and money; the last `fewer` are missing. Where it is `alike`, the
 * customers of each of two groups have one answer in the second.
 */
function customers(count: number, fewer = 0, alike = false): string {
  const lines = Array.from({ length: count - fewer }, (_, at) => {
    const often = at % 2 === 0 ? 80 : 10;
    const [newsletter, complained] = [at % 3 === 0 ? 1 : 0, at % (alike ? 2 : 60) === 0 ? 1 : 0];
    const income = at % 7 === 3 ? "" : 900 + often * 20 + ((at * 11) % 170);
    return [at + 1000, often + ((at * 7) % 13), income, newsletter, complained].join(",");
  });
  return `customer_id,visits,income,newsletter,complained\n${lines.join("\n")}\n`;
}

const json = (page: Page) =>
  save(page, () => page.getByRole("button", { name: "Save the summary (JSON)" }).click());
const earlier = (page: Page) => page.getByRole("region", { name: "Earlier summaries" });
const refusal = (page: Page) =>
  page.getByRole("note").filter({ hasText: "differs from a summary you saved" });
const ledgerFile = (text: string) => ({
  ...made("ringfence.ledger.json", text),
  mimeType: "application/json",
});

/** Leaves out one customer. */
async function leaveOut(page: Page, id: string): Promise<void> {
  await go(page, "Look");
  await page.getByText("Leave out customers who opted out").click();
  await page.locator("ringfence-opt-outs .list").fill(id);
  await page.getByRole("button", { name: "Leave these customers out" }).click();
  await settled(page);
}

for (const [what, start] of [
  ["customers with yes/no columns", (page: Page) => choose(page, made("customers.csv", customers(300)))],
  ["customers who are alike", (page: Page) => choose(page, made("customers.csv", customers(300, 0, true)))],
  ["the sample shop", openSample],
  ["a table without ids", (page: Page) => choose(page, dataFile("wholesale_customers.csv"))],
] as const) {
  test(`every number of the summary is shown, and what is held back says so: ${what}`, async ({ open }) => {
    const { page } = await open();
    await start(page);
    await settled(page);
    if (what.startsWith("customers")) {
      for (const name of ["newsletter", "complained"]) {
        const tick = page.getByRole("checkbox", { name, exact: true });
        if (!(await tick.isChecked())) await tick.check();
        await settled(page);
      }
    }
    if (what === "the sample shop") {
      await go(page, "Segments");
      const foresight = page.getByRole("region", { name: "Does it matter for the business?" });
      await expect(foresight.locator("td.number").first()).toBeVisible();
    }
    await go(page, "Share");
    const summary = JSON.parse((await json(page)).text);
    await unfold(page);
    const rows = await shownRows(page);
    const missing = (figure: Figure) => !figure.words.some((word) => rows.says(figure.of, word));
    expect(figures(summary).length).toBeGreaterThan(40);
    expect(figures(summary).filter(missing)).toEqual([]);
    const [expected, shown] = [heldBackCells(summary, ["newsletter", "complained"]), rows.heldBack];
    expect(shown).toMatchObject(expected);
    if (what.startsWith("customers with")) {
      const yes = (name: string) => summary.features.find((of: { name: string }) => of.name === name);
      expect(yes("newsletter").share).not.toBeNull();
    }
    if (what.endsWith("alike")) {
      expect(Object.values(expected).reduce((sum, cells) => sum + cells, 0)).toBeGreaterThan(0);
    }
  });
}

test("one summary in three formats is one; a ledger keeps it, and what differs in one customer is held back", async ({
  open,
}) => {
  const { page } = await open();
  await choose(page, made("clinic-meyer.csv", customers(300)));
  await settled(page);
  await go(page, "Share");
  await expect(earlier(page)).toContainText("No summary is remembered yet");
  await expect(page.getByRole("button", { name: "Save the ledger (internal)" })).toBeDisabled();
  // To look at it is not to share it.
  await page.getByText("The summary file, word for word").click();
  await expect(page.locator("ringfence-share pre")).toContainText("disclosure-controlled-summary");
  await expect(earlier(page)).toContainText("No summary is remembered yet");

  const names: string[] = [];
  for (const format of ["HTML", "JSON", "CSV"]) {
    const button = page.getByRole("button", { name: new RegExp(`^Save the .* \\(${format}\\)$`) });
    names.push((await save(page, () => button.click())).name);
    await expect(earlier(page)).toContainText("One summary is remembered.");
  }
  expect(names).toEqual(["html", "json", "csv"].map((format) => `ringfence.summary.${format}`));
  const ledger = await save(page, () =>
    page.getByRole("button", { name: "Save the ledger (internal)" }).click(),
  );
  expect(ledger.name).toBe("ringfence.ledger.json");
  expect(JSON.parse(ledger.text)).toMatchObject({ kind: "ringfence-ledger" });
  expect(JSON.parse(ledger.text).releases).toHaveLength(1);
  expect(ledger.text).not.toMatch(/meyer|visits|income/i);

  await leaveOut(page, "1004");
  await go(page, "Share");
  await expect(refusal(page)).toBeVisible();
  await expect(page.getByRole("button", { name: /Save the summary/ })).toHaveCount(0);
  await refusal(page).getByRole("button", { name: "Forget earlier summaries" }).click();
  await expect(refusal(page)).toHaveCount(0);
  await expect(earlier(page)).toContainText("No summary is remembered yet");
  await json(page);

  // The ledger of before, opened after the file: it differs in that customer.
  await choose(page, ledgerFile(ledger.text));
  await expect(refusal(page)).toBeVisible();
  await expect(earlier(page)).toContainText("One summary is remembered.");

  // And before a file.
  await go(page, "Drop");
  await page.getByRole("button", { name: "Forget the file" }).click();
  await choose(page, ledgerFile(ledger.text));
  await expect(page.locator("#waiting")).toHaveText("The ledger is open. It remembers one summary.");
  await choose(page, made("next.csv", customers(300, 1)));
  await settled(page);
  await go(page, "Share");
  await expect(refusal(page)).toBeVisible();
});

test("other limits than before are refused, and a ledger that cannot be read says so", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("customers.csv", customers(300)));
  await settled(page);
  await go(page, "Share");
  await json(page);
  const recipe = JSON.stringify({ release: { minimumSize: 12, roundTo: 6 } });
  await choose(page, { ...made("recipe.json", recipe), mimeType: "application/json" });
  await settled(page);
  const refused = page.getByRole("note").filter({ hasText: "under different limits" });
  await expect(refused).toContainText("at least 10 customers and counts rounded to 5");
  await expect(refused.getByRole("button", { name: "Forget earlier summaries" })).toBeVisible();
  await choose(page, ledgerFile('{"kind": "ringfence-ledger", "version": 1}'));
  await expect(page.getByRole("alert")).toContainText("Code: bad-ledger");
  await expect(earlier(page)).toContainText("One summary is remembered.");
});

test("what was shared is remembered when the engine panics", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("customers.csv", customers(300)));
  await settled(page);
  await go(page, "Share");
  await json(page);
  await expect(earlier(page)).toContainText("One summary is remembered.");
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    Uint8Array.prototype.set = () => {
      throw new RangeError("out of bounds");
    };
  });
  await go(page, "Look");
  await page.getByText("Leave out customers who opted out").click();
  await page.locator("ringfence-opt-outs .list").fill("1004");
  await page.getByRole("button", { name: "Leave these customers out" }).click();
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await settled(page);
  await go(page, "Share");
  await expect(refusal(page)).toBeVisible();
});
