/** The second step: what was cleaned, what is known of each customer, what the file tells before any grouping. */

import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { choose, dataFile, go, made, save, settled } from "./journey.ts";
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

  const spending = page.getByRole("row", { name: /^Spending It/ });
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
    page.getByRole("row", { name: /^Customers with values far from all others, set aside/ }).first(),
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
  await page.getByLabel("How values are converted").first().selectOption("yeoJohnson");
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
  await expect(months).toContainText("Revenue by month: most in Nov 2011");
  await months.getByRole("button", { name: "Show as a table" }).click();
  const november = months.getByRole("row", { name: /Nov 2011/ });
  await expect(november).toContainText("14,300");
  const measures = page.getByRole("group", { name: "What is shown by month" });
  await measures.getByRole("button", { name: "Orders" }).click();
  await expect(november).toContainText("53");
  await measures.getByRole("button", { name: "Customers who bought" }).click();
  await expect(november).toContainText("43");
  await expect(months.getByRole("row")).toHaveCount(14);

  const together = page.getByRole("figure", { name: /are tied more closely/ });
  await together.getByRole("button", { name: "Show as a table" }).click();
  await expect(together.getByRole("row").nth(1)).toBeVisible();
});

test("months in two files give what one file gives, and customers who opted out are left out", async ({
  open,
}) => {
  const { page } = await open();
  const text = await readFile(dataFile("online_retail_sample.csv"), "utf8");
  const [head = "", ...lines] = text.trimEnd().split(/\r?\n/);
  await choose(page, dataFile("online_retail_sample.csv"));
  await settled(page);
  await go(page, "Look");
  const heading = page.getByRole("heading", { name: /^What is known of each customer/ });
  const known = await heading.textContent();
  const spending = page.getByRole("row", { name: /^Spending It/ });
  const whole = await spending.textContent();

  const half = Math.floor(lines.length / 2);
  const part = (name: string, rows: string[]) => made(name, `${[head, ...rows].join("\n")}\n`);
  await page
    .locator("input#file")
    .setInputFiles([part("january.csv", lines.slice(0, half)), part("february.csv", lines.slice(half))]);
  await settled(page);
  const files = page.getByRole("list", { name: "Files" });
  await expect(files.getByRole("listitem")).toHaveCount(2);
  await expect(files.getByLabel("What “february.csv” holds")).toHaveValue("purchases");
  await expect(heading).toHaveText(known ?? "");
  await expect.poll(() => spending.textContent()).toBe(whole);
  await files.getByRole("button", { name: "february.csv" }).click();
  await expect(page.getByText("february.csv").last()).toBeVisible();

  // Two customers of the file and one that it does not know.
  const ids = [...new Set(lines.map((line) => line.split(",").at(-2) ?? ""))].filter((id) => /^\d+/.test(id));
  await page.getByText("Leave out customers who opted out").click();
  const list = page.getByRole("textbox", { name: /^Paste their customer ids/ });
  await list.fill([ids[0], ids[1], "nobody"].join("\n"));
  await page.getByRole("button", { name: "Leave these customers out" }).click();
  await settled(page);
  await expect(page.getByText("2 of 3 customers on the list are in the file")).toBeVisible();
  await page.getByRole("button", { name: "Forget the list" }).click();
  await settled(page);
  await expect(heading).toHaveText(known ?? "");
});

test("a recipe of one file decides the same of several, with them or after them, and says where it cannot", async ({
  open,
}) => {
  const { page } = await open();
  // Every day is also a month.
  const lines = Array.from({ length: 480 }, (_, at) => {
    const day = `${1 + ((at * 5) % 12)}/${1 + (at % 6)}/2023`;
    return `C${1000 + (at % 60)},${day},${(10 + ((at * 7) % 90) + 0.25).toFixed(2)}`;
  });
  const part = (name: string, rows: string[]) =>
    made(name, `${["customer_id,bought,amount", ...rows].join("\n")}\n`);
  const [january, february] = [
    part("january.csv", lines.slice(0, 240)),
    part("february.csv", lines.slice(240)),
  ];
  await choose(page, january);
  await settled(page);
  await go(page, "Look");
  const order = page.getByRole("combobox", { name: "Change how the dates in" });
  const other = (await order.inputValue()) === "dmy" ? "mdy" : "dmy";
  await order.selectOption(other);
  await settled(page);
  await go(page, "Share");
  const saved = await save(page, () => page.getByRole("button", { name: "Save the recipe" }).click());
  const recipe = { name: saved.name, mimeType: "application/json", buffer: Buffer.from(saved.text) };

  const files = page.getByRole("list", { name: "Files" });
  const bothAreReadSo = async () => {
    await settled(page);
    await go(page, "Look");
    for (const name of ["january.csv", "february.csv"]) {
      await files.getByRole("button", { name }).click();
      await expect(page.locator("dl")).toContainText(name);
      await expect(order).toHaveValue(other);
      await expect(page.getByRole("region", { name: "Questions" })).toHaveCount(0);
    }
  };
  await page.locator("input#file").setInputFiles([recipe, january, february]);
  await bothAreReadSo();

  await page.locator("input#file").setInputFiles([january, february]);
  await settled(page);
  await expect(page.getByRole("region", { name: "Questions" })).toBeVisible();
  await page.locator("input#file").setInputFiles([recipe]);
  await bothAreReadSo();
  // What it says of each is one step, and each can be read otherwise.
  await order.selectOption(other === "dmy" ? "mdy" : "dmy");
  await settled(page);
  await files.getByRole("button", { name: "january.csv" }).click();
  await expect(order).toHaveValue(other);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await settled(page);
  await expect(page.getByRole("region", { name: "Questions" })).toBeVisible();

  const stranger = JSON.parse(saved.text);
  stranger.reading.columns = { shoeSize: { role: "ignore" } };
  await choose(page, made("other.recipe.json", JSON.stringify(stranger)));
  await expect(page.getByRole("alert")).toContainText("Code: unknown-column");
});

/** Quartiles of the days below under each order, by pandas with interpolation="lower". */
const HALVES: Readonly<Record<string, string>> = {
  dmy: "half between 6 Feb 2023 and 3 May 2023, middle 11 Mar 2023",
  mdy: "half between 5 Mar 2023 and 5 Sep 2023, middle 2 Jun 2023",
};

test("how a column is read and spread stands beside it, and can be changed also after a question was answered", async ({
  open,
}) => {
  const { page, screenshot } = await open();
  // Columns aligned by blanks; every day is also a month.
  const rows = Array.from({ length: 240 }, (_, at) => {
    const day = `${String(1 + ((at * 5) % 12)).padStart(2, "0")}/${String(1 + (at % 6)).padStart(2, "0")}/2023`;
    const amount = at === 7 ? "38999.75" : (10 + ((at * 7) % 90) + 0.25).toFixed(2);
    return `${`C${1000 + (at % 60)}`.padEnd(14)}${day.padEnd(13)}${amount}`;
  });
  const head = `${"customer_id".padEnd(14)}${"date".padEnd(13)}amount`;
  await choose(page, made("aligned.txt", `${head}\n${rows.join("\n")}\n`));
  await settled(page);
  await go(page, "Look");
  await expect(page.locator("dl")).toContainText(/Separator\s*blanks/);
  const columns = page.getByRole("region", { name: "Columns" });
  const amount = columns.getByRole("row", { name: /^amount/ });
  await expect(amount).toContainText("10.25 – 38,999.75");
  // numpy.quantile of the same amounts.
  await expect(amount).toContainText("half between 32 and 76.25, middle 53.75");
  const inked = (canvas: HTMLCanvasElement) =>
    canvas
      .getContext("2d")
      ?.getImageData(0, 0, canvas.width, canvas.height)
      .data.some((byte) => byte > 0);
  await expect.poll(() => amount.locator("canvas").evaluate(inked)).toBe(true);
  await expect(columns.getByRole("row", { name: /^customer_id/ }).locator("canvas")).toHaveCount(0);
  await expect(amount.getByRole("combobox", { name: "Change how the decimals in" })).toHaveValue(".");
  await expect(amount.getByRole("option", { name: "product category" })).toBeAttached();

  const date = columns.getByRole("row", { name: /^date/ });
  const order = date.getByRole("combobox", { name: "Change how the dates in" });
  const before = await order.inputValue();
  const other = before === "dmy" ? "mdy" : "dmy";
  await expect(date).toContainText(HALVES[before] ?? "?");
  const question = page.getByRole("region", { name: "Questions" });
  await question.getByRole("radio", { checked: false }).click();
  await settled(page);
  await expect(question).toHaveCount(0);
  await expect(order).toHaveValue(other);
  await expect(date).toContainText(HALVES[other] ?? "?");
  await screenshot("look-read");
  await order.selectOption(before);
  await settled(page);
  await expect(order).toHaveValue(before);
});

test("rows that repeat a customer: said on top, with the two choices, and beside the segments", async ({
  open,
}) => {
  const { page } = await open();
  // Ten customers of 200 have a second row.
  const rows = Array.from(
    { length: 210 },
    (_, at) => `${1000 + (at % 200)},${(at % 2) * 100 + (at % 37)},${(at * 7) % 53}`,
  );
  await choose(page, made("months.csv", `customer_id,income,visits\n${rows.join("\n")}\n`));
  await settled(page);
  const note = page.getByRole("note").filter({ hasText: "10 rows repeat the customer of another row." });
  await expect(note.getByRole("radio", { name: "Every row counts as a customer of its own" })).toBeChecked();
  const below = page.getByRole("heading", { name: "Columns" });
  const top = async (one: typeof below) => (await one.boundingBox())?.y ?? 0;
  expect(await top(note)).toBeLessThan(await top(below));
  await go(page, "Segments");
  const beside = page.getByRole("note").filter({ hasText: "The summary counts customers." });
  await beside.getByRole("link", { name: "Choose what counts" }).click();
  await note.getByRole("radio", { name: /^Each customer counts once/ }).check();
  await settled(page);
  await go(page, "Segments");
  await expect(page.getByText("200 customers, each grouped")).toBeVisible();
  await expect(beside).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("210 customers, each grouped")).toBeVisible();
});
