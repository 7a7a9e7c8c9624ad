/** A second opinion: segments made in another way, how far they agree, and the tree they come from. */

import { cards, choose, dataFile, go, save, settled } from "./journey.ts";
import { expect, test } from "./page.ts";

test("segments of a hierarchy stand beside the usual ones, with their tree", async ({ open }) => {
  // Five times everything is looked at, bootstrap and all.
  test.slow();
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  const opinion = page.getByRole("region", { name: "Second opinion" });
  await expect(opinion).toHaveCount(0);
  await page.getByLabel("Number of segments", { exact: true }).selectOption("5");
  await settled(page);
  // How firm they are is looked at after everything else.
  await expect(cards(page).last()).toContainText("Jaccard");
  const usual = await cards(page).allTextContents();

  await page.getByText("How segments are made").click();
  await page.getByRole("combobox", { name: "Segments are" }).selectOption("ward");
  await expect(opinion).toContainText("Ward’s hierarchy", { timeout: 30_000 });
  await settled(page);
  await expect(opinion).toContainText("The usual way (K-means)");
  await expect(opinion).toContainText("adjusted Rand index");
  await expect(cards(page)).toHaveCount(5);
  await expect.poll(() => cards(page).allTextContents()).not.toEqual(usual);

  // The tree by keyboard: its first mark is the last union, of everyone.
  const tree = opinion.getByRole("img", { name: /5 segments, and how they come about/ });
  await tree.focus();
  await page.keyboard.press("ArrowRight");
  const last = /2 groups become 1: (\d+) and (\d+) customers join at/;
  const readout = opinion.getByText(last).first();
  await expect(readout).toBeVisible();
  const [, left, right] = last.exec((await readout.textContent()) ?? "") ?? [];
  expect(Number(left) + Number(right)).toBe(440);
  await opinion.getByRole("button", { name: "Show as a table" }).click();
  // A head, and a row for each of thirty unions.
  await expect(opinion.getByRole("table").first().getByRole("row")).toHaveCount(31);

  // Another number needs no new fit: the tree is cut elsewhere.
  await page.getByLabel("Number of segments", { exact: true }).selectOption("3");
  await expect(opinion).toContainText("3 segments, and how they come about");
  await expect(cards(page)).toHaveCount(3);

  await go(page, "Share");
  const model = await save(page, () => page.getByRole("button", { name: "Save the model" }).click());
  expect(JSON.parse(model.text).partition.landmarks.points.columns).toBe(6);

  await go(page, "Segments");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await settled(page);
  await expect(opinion).toHaveCount(0);
  await expect.poll(() => cards(page).allTextContents()).toEqual(usual);
});

test("a mixture says how many segments it would choose itself", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  await page.getByText("How segments are made").click();
  await page.getByRole("combobox", { name: "Segments are" }).selectOption("mixtureFull");
  const opinion = page.getByRole("region", { name: "Second opinion" });
  await expect(opinion).toContainText("(BIC)", { timeout: 30_000 });
  await settled(page);
  await expect(opinion.getByRole("img")).toHaveCount(0);
  await opinion.getByText("The same for each number of segments").click();
  await expect(opinion.getByRole("row")).toHaveCount(10);
});
