/** From a file to what can be taken away. */

import { readFileSync } from "node:fs";
import { cards, cells, choose, dataFile, go, openSample, save, settled } from "./journey.ts";
import { expect, test } from "./page.ts";

test("the sample shop, from the first click to every file", async ({ open }) => {
  const { page } = await open();
  await openSample(page);
  await expect(page.getByRole("heading", { level: 1, name: "What the file is" })).toBeFocused();
  await expect(
    page.getByRole("heading", { name: /^What is known of each customer \(.* customers\)$/ }),
  ).toBeVisible();
  // Personal data is recognised, not used, and nothing of it is shown.
  await expect(page.getByRole("row", { name: /^Email/ }).getByRole("combobox")).toHaveValue("ignore");
  await expect(page.getByRole("row", { name: /^Email/ })).toContainText("not shown");
  await expect(page.locator("ring-fence")).not.toContainText("@");

  await page.getByRole("link", { name: "See the segments" }).click();
  await settled(page);
  await page.getByLabel("Number of segments", { exact: true }).selectOption("4");
  await expect(page.getByRole("heading", { level: 1, name: "Your customers in 4 segments" })).toBeVisible();
  await expect(cards(page)).toHaveCount(4);
  const name = cards(page).first().getByRole("textbox");
  await name.fill("Our regulars");
  await name.press("Enter");
  await expect(page.getByRole("article", { name: "Our regulars" })).toBeVisible();
  const customers = await cards(page).allTextContents();
  const sizes = customers.map((text) => Number(/([\d,]+) customers \(/.exec(text)?.[1]?.replace(",", "")));

  await go(page, "Share");
  await expect(page.getByRole("rowheader", { name: "Our regulars" })).toBeVisible();
  const json = await save(page, () => page.getByRole("button", { name: "Save the summary (JSON)" }).click());
  expect(json.name).toBe("ringfence.summary.json");
  const summary = JSON.parse(json.text);
  expect(summary.kind).toBe("disclosure-controlled-summary");
  expect(summary.segments.map((segment: { name: string }) => segment.name)).toContain("Our regulars");
  summary.segments.forEach(({ size }: { size: number }, at: number) => {
    expect(size % 5).toBe(0);
    expect(Math.abs(size - (sizes[at] ?? 0))).toBeLessThan(5);
  });
  const html = await save(page, () => page.getByRole("button", { name: "Save the report (HTML)" }).click());
  expect(html.name).toBe("ringfence.summary.html");
  expect(html.text).toContain("Our regulars");
  expect(html.text).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  const csv = await save(page, () => page.getByRole("button", { name: "Save the summary (CSV)" }).click());
  expect(cells(csv.text)).toHaveLength(1 + 4 * summary.features.length);

  const recipe = await save(page, () => page.getByRole("button", { name: "Save the recipe" }).click());
  expect(recipe.name).toBe("ringfence.recipe.json");
  expect(JSON.parse(recipe.text).choose.k).toBe(4);
  expect(JSON.parse(recipe.text).names).toEqual([{ k: 4, segment: 1, name: "Our regulars" }]);
  const model = await save(page, () =>
    page.getByRole("button", { name: "Save the model (internal)" }).click(),
  );
  expect(model.name).toBe("Sample-shop.model.json");
  expect(JSON.parse(model.text)).toHaveProperty("version");

  // What names customers is a step further, and says so.
  await expect(page.getByRole("button", { name: /personal data/ })).toHaveCount(0);
  await page.getByRole("button", { name: "I need the list of all customers" }).click();
  const all = await save(page, () => page.getByRole("button", { name: /personal data/ }).click());
  expect(all.name).toBe("Sample-shop.assignments.internal.csv");
  expect(cells(all.text)[0]?.[0]).toBe("CustomerID");
  const segmented = cells(all.text)
    .slice(1)
    .filter(([, segment]) => segment !== "");
  expect(segmented).toHaveLength(sizes.reduce((sum, size) => sum + size, 0));

  await go(page, "Act");
  const first = page.getByRole("article", { name: "Our regulars" });
  await first.getByRole("button", { name: "I need the list of these customers" }).click();
  const list = await save(page, () => first.getByRole("button", { name: /personal data/ }).click());
  expect(list.name).toBe("Sample-shop.audience-1-Our-regulars.internal.csv");
  const [head, ...ids] = cells(list.text);
  expect(head).toEqual(["CustomerID"]);
  expect(new Set(ids.map(([id]) => id)).size).toBe(sizes[0]);
  const members = segmented.filter(([, segment]) => segment === "1").map(([id]) => id);
  expect(ids.map(([id]) => id)).toEqual(members);
});

test("a saved recipe gives the same segments again, opened before the file", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  await page.getByLabel("Number of segments", { exact: true }).selectOption("5");
  await page.getByText("How values are prepared").click();
  await page.getByLabel("How values are converted").selectOption("none");
  await expect(cards(page)).toHaveCount(5);
  await settled(page);
  const before = await cards(page).allTextContents();
  await go(page, "Share");
  const recipe = await save(page, () => page.getByRole("button", { name: "Save the recipe" }).click());

  await go(page, "Drop");
  await page.getByRole("button", { name: "Forget the file" }).click();
  await choose(page, { name: recipe.name, mimeType: "application/json", buffer: Buffer.from(recipe.text) });
  // Said to those who see the page, too.
  await expect(page.locator("#waiting")).toHaveText(/It will be used for the next file/);
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  await expect.poll(() => cards(page).allTextContents()).toEqual(before);
});

test("a table of customers: what it is, another role, back again", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await expect(page.getByText("440 rows, one per customer.")).toBeVisible();
  // What customers are compared by; two columns of kinds are offered besides.
  const features = page
    .getByRole("region", { name: /440 customers/ })
    .getByRole("checkbox", { checked: true });
  await expect(features).toHaveCount(6);
  for (const name of ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"])
    await expect(page.getByRole("checkbox", { name, exact: true })).toBeChecked();
  await page.getByRole("combobox", { name: /“Delicassen”/ }).selectOption("ignore");
  await expect(features).toHaveCount(5);
  await expect(page.getByRole("checkbox", { name: "Delicassen" })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(features).toHaveCount(6);
  await expect(page.getByRole("combobox", { name: /“Delicassen”/ })).toHaveValue("feature");
});

test("a file dropped anywhere in the window", async ({ open }) => {
  const { page } = await open();
  const text = readFileSync(dataFile("wholesale_customers.csv"), "utf8");
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "dropped.csv", { type: "text/csv" }));
    return data;
  }, text);
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await expect(page.getByText("Let go to read the file")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await settled(page);
  await expect(page.getByText("dropped.csv")).toBeVisible();
});
