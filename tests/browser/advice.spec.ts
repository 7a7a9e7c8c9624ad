/** How sure the segments are: the first look, the advice, how firmly they come back, what they would have told. */

import { cards, choose, dataFile, go, made, openSample, save, settled, unfold } from "./journey.ts";
import { expect, test } from "./page.ts";

/** Customers in three crowds of about the same size: 51, 50 and 50, and `more` in the second one. */
function crowds(more: number): string {
  const row = (at: number) => {
    const [crowd, noise] = [at % 3, (at * at * 7) % 31];
    return `C${String(at).padStart(4, "0")},${100 * crowd + noise},${500 * crowd - noise}`;
  };
  const known = Array.from({ length: 151 }, (_, at) => row(at));
  const others = Array.from({ length: more }, (_, at) => row(901 + 3 * at));
  return `customer_id,visits,basket\n${[...known, ...others].join("\n")}\n`;
}

/** As many customers as told, in four crowds that touch. */
function many(count: number): string {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const bell = () => next() + next() + next() + next() - 2;
  const row = (at: number) => {
    const [x, y] = [(at % 2) * 8 + bell(), ((at >> 1) % 2) * 8 + bell()];
    return `${at + 1},${(x + 20).toFixed(3)},${(y + 20).toFixed(3)},${(bell() + 20).toFixed(3)}`;
  };
  return `customer_id,visits,basket,distance\n${Array.from({ length: count }, (_, at) => row(at)).join("\n")}\n`;
}

test("a first look comes at once, can be used, and is refined in place", async ({ open }) => {
  const { page } = await open();
  await page.evaluate(() => {
    location.hash = "segments";
  });
  await choose(page, made("many.csv", many(30_000)));
  await go(page, "Segments");
  const note = page.getByText("A first look. How many segments there are is still being checked");
  await expect(note).toBeVisible({ timeout: 30_000 });
  await expect(cards(page)).toHaveCount(4);
  const look = await cards(page).getByRole("textbox").allTextContents();
  await expect(page.getByText("(advised)")).toHaveCount(0);
  await go(page, "Share");
  await expect(page.getByText("There is nothing to share before the check")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Save/ })).toHaveCount(0);
  await go(page, "Segments");
  const panel = page.getByRole("group", { name: "Work in progress" });
  await panel.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("the check of how many segments there are was stopped")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  // Another language takes up nothing that was stopped.
  await page.getByLabel("Language").selectOption("de");
  await expect(page.getByRole("group", { name: "Laufende Arbeit" })).toHaveCount(0);
  await page.getByLabel("Sprache").selectOption("en");
  await page.getByRole("button", { name: "Finish the check" }).click();
  await settled(page);
  await expect(note).toHaveCount(0);
  await expect(cards(page)).toHaveCount(4);
  expect(await cards(page).getByRole("textbox").allTextContents()).toEqual(look);
  await expect(page.getByLabel("Number of segments", { exact: true })).toContainText("4 (advised)");
});

test("progress moves from the beginning to the end and never stands still for long", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("many.csv", many(8_000)));
  const moves = await page.evaluate(async () => {
    const root = () => document.querySelector("ring-fence")?.shadowRoot;
    const seen: { part: number; at: number }[] = [];
    for (;;) {
      await new Promise((frame) => requestAnimationFrame(frame));
      const bar = root()?.querySelector("ringfence-progress")?.shadowRoot?.querySelector("progress");
      // While bytes are read the bar counts bytes.
      if (bar?.max === 1 && bar.hasAttribute("value") && bar.value !== seen.at(-1)?.part)
        seen.push({ part: bar.value, at: performance.now() });
      if (/^Done: /.test(root()?.querySelector("[role=status]")?.textContent?.trim() ?? ""))
        return [...seen, { part: 1, at: performance.now() }];
    }
  });
  expect(moves.length).toBeGreaterThan(10);
  expect(moves[0]?.part).toBeLessThan(0.1);
  expect(moves.at(-2)?.part).toBeGreaterThan(0.8);
  const between = moves.slice(1).map(({ part, at }, before) => ({
    part: part - (moves[before]?.part ?? 0),
    took: at - (moves[before]?.at ?? 0),
  }));
  const all = (moves.at(-1)?.at ?? 0) - (moves[0]?.at ?? 0);
  for (const { part, took } of between) {
    expect(part).toBeLessThan(0.4);
    expect(took / all).toBeLessThan(0.5);
  }
});

test("progress is drawn by whoever shows it, not by the whole page", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("many.csv", many(8_000)));
  await go(page, "Look");
  const drawn = await page.evaluate(async () => {
    interface Drawn extends HTMLElement {
      update(changed: unknown): void;
    }
    const root = document.querySelector("ring-fence")?.shadowRoot;
    const counted = (name: string) => {
      const part = root?.querySelector(name) as Drawn;
      const count = { times: 0 };
      const update = part.update;
      part.update = function (changed) {
        count.times += 1;
        update.call(this, changed);
      };
      return count;
    };
    const [look, progress] = [counted("[data-view]"), counted("ringfence-progress")];
    while (!/^Done: /.test(root?.querySelector("[role=status]")?.textContent?.trim() ?? ""))
      await new Promise((frame) => requestAnimationFrame(frame));
    return { look: look.times, progress: progress.times };
  });
  expect(drawn.progress).toBeGreaterThan(drawn.look + 10);
});

test("the same file with one more customer keeps numbers and names, and so does the model on another page", async ({
  open,
}) => {
  const { page } = await open();
  // Which of the crowds of fifty is second and which third goes by their size.
  const third = async () => (await cards(page).nth(2).getByText("customers (").textContent()) ?? "";
  await choose(page, made("shop.csv", crowds(0)));
  await settled(page);
  await go(page, "Segments");
  await expect(cards(page)).toHaveCount(3);
  const [before, texts] = [await third(), await cards(page).getByRole("textbox").allTextContents()];
  expect(before).toContain("50 customers");
  await go(page, "Share");
  const model = await save(page, () => page.getByRole("button", { name: "Save the model" }).click());

  await choose(page, made("shop.csv", crowds(2)));
  await settled(page);
  await go(page, "Segments");
  await expect(cards(page).filter({ hasText: "52 customers" })).toHaveCount(1);
  expect(await third()).toContain("52 customers");
  expect(await cards(page).getByRole("textbox").allTextContents()).toEqual(texts);

  await go(page, "Drop");
  await page.getByRole("button", { name: "Forget the file" }).click();
  await choose(page, made("other.csv", crowds(2)));
  await settled(page);
  await go(page, "Segments");
  // By the rule, the largest is first.
  await expect(cards(page).first()).toContainText("52 customers");
  await go(page, "Drop");
  await page.getByRole("button", { name: "Forget the file" }).click();
  await choose(page, made("shop.model.json", model.text));
  await choose(page, made("other.csv", crowds(2)));
  await settled(page);
  await go(page, "Segments");
  await expect(cards(page)).toHaveCount(3);
  expect(await third()).toContain("52 customers");
  // Of one file only: another shop's segments are numbered by the rule.
  await choose(page, made("another.csv", crowds(2)));
  await settled(page);
  await go(page, "Segments");
  await expect(cards(page).first()).toContainText("52 customers");
});

test("segments within which all customers are alike are told as they are", async ({ open }) => {
  const { page } = await open();
  // Two ratings from 1 to 5, in three ways: what stands apart wholly has no finite distance, which workers tell each other of.
  const ways = ["1,1", "5,5", "1,5"];
  const rows = Array.from({ length: 300 }, (_, at) => `C${1000 + at},${ways[at % 3]}`);
  await choose(page, made("ratings.csv", `customer_id,service,price\n${rows.join("\n")}\n`));
  await settled(page);
  await go(page, "Segments");
  await expect(page.getByLabel("Number of segments", { exact: true })).not.toContainText("(advised)");
  // Three pairs of ratings that everybody shares are values, and no groups.
  await expect(page.getByText("There are no natural groups in these features").first()).toBeVisible();
  await page.getByLabel("Number of segments", { exact: true }).selectOption("3");
  await settled(page);
  await expect(cards(page)).toHaveCount(3);
  await unfold(page);
  await expect(page.getByRole("main")).not.toContainText(/NaN|∞|Infinity/);
  // Everybody's median of the service is 1: a segment of ones is not below it.
  await expect(cards(page).first()).toContainText("more than the typical 1");
  await expect(page.getByText("1, less than the typical 1")).toHaveCount(0);
  await expect(page.getByText("5, more than the typical 5")).toHaveCount(0);
});

test("how firmly segments come back stands on their cards and in the report", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("shop.csv", crowds(0)));
  await settled(page);
  await go(page, "Segments");
  await expect(cards(page).getByText("Repeats. Comes back nearly unchanged")).toHaveCount(3);
  await page.getByText("Does it repeat", { exact: true }).click();
  await expect(page.getByText(/^As many customers are drawn anew many times over/)).toBeVisible();
  // Of a number chosen later that is part of the work that is told and can be stopped, not an afterthought.
  await page.getByLabel("Number of segments", { exact: true }).selectOption("2");
  await expect(cards(page)).toHaveCount(2);
  await settled(page);
  expect(await cards(page).locator(".firm").count()).toBe(2);
  await page.getByLabel("Number of segments", { exact: true }).selectOption("3");
  await settled(page);
  await go(page, "Share");
  const report = await save(page, () => page.getByRole("button", { name: "Save the report (HTML)" }).click());
  expect(report.text.match(/<strong>Repeats<\/strong>/g)).toHaveLength(3);
});

test("without natural groups useful slices are offered, and none of them is called best", async ({
  open,
}) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  // At the top, and again where the reasons are.
  await expect(page.getByText("There are no natural groups in these features")).toHaveCount(2);
  await expect(page.getByText(/advised|optimal/i).filter({ visible: true })).toHaveCount(0);
  // A table of customers has no purchases to score.
  await expect(page.getByText("The same customers on the RFM map")).toHaveCount(0);
  const slices = page.getByRole("button", { name: "5 slices" });
  await expect(slices).toHaveAttribute("aria-pressed", "false");
  await slices.click();
  await expect(cards(page)).toHaveCount(5);
  await expect(slices).toHaveAttribute("aria-pressed", "true");
  await go(page, "Share");
  const recipe = await save(page, () => page.getByRole("button", { name: "Save the recipe" }).click());
  expect(JSON.parse(recipe.text).choose).toMatchObject({ k: 5, advised: 0 });
  // Of many slices some come and go; whoever is told so can merge them there and then.
  await go(page, "Segments");
  await page.getByLabel("Number of segments", { exact: true }).selectOption("10");
  await settled(page);
  await page.getByRole("button", { name: "Merge into 9 segments" }).click();
  await expect(cards(page)).toHaveCount(9);
});

test("where purchases form no groups, the RFM map counts every customer once", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("online_retail_sample.csv"));
  await settled(page);
  await go(page, "Segments");
  await expect(page.getByText("There are no natural groups in these features")).toHaveCount(2);
  await page.getByText("The same customers on the RFM map").click();
  const map = page.getByRole("table", { name: "The same customers on the RFM map" });
  await expect(map).toContainText("They bought recently, buy often and spend the most.");
  const counts = await map.locator("tbody tr td:nth-child(2)").allTextContents();
  const lead = (await page.getByText(/customers, each grouped with those most alike/).textContent()) ?? "";
  const everyone = Number.parseInt(lead.replace(/[^\d].*$/, ""), 10);
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(everyone);

  await page.getByText("What each measure would choose by itself").click();
  await expect(page.getByText(/^Separation \(silhouette\): \d+ segments$/)).toBeVisible();
  await expect(page.getByText(/^Hopkins statistic/)).toBeVisible();
});

test("what segments would have told of the last quarter, after everything else", async ({ open }) => {
  const { page } = await open();
  await openSample(page);
  await settled(page);
  await go(page, "Segments");
  const section = page.getByRole("region", { name: "Does it matter for the business?" });
  const shares = section.locator("td.number");
  await expect(shares).toHaveCount(9, { timeout: 30_000 });
  for (const share of await shares.allTextContents()) expect(share).toMatch(/^\d+(\.\d)?\s?%$/);
  await expect(section).toContainText(/Segments would have told/);
  // Another number of segments is compared, too.
  const before = await section.textContent();
  await page.getByRole("button", { name: "One segment more" }).click();
  await settled(page);
  await expect(shares).toHaveCount(9, { timeout: 30_000 });
  await expect.poll(() => section.textContent()).not.toBe(before);
  await go(page, "Share");
  const report = await save(page, () => page.getByRole("button", { name: "Save the report (HTML)" }).click());
  expect(report.text).toContain("Does it matter for the business?");
});
