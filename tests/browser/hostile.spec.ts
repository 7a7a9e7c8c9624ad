/** Files that mean harm by their words: what is invisible is written out, what has no end is cut, and no page grows wider than the window. */

import type { Page } from "@playwright/test";
import { cards, choose, go, made, settled, unfold } from "./journey.ts";
import { expect, test } from "./page.ts";

const STEPS = ["Look", "Segments", "Act", "Share"] as const;
const WIDTHS = [360, 1280] as const;

/** Characters that nobody sees, and that must not reach the screen. */
const UNSEEN =
  "[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]";

/** A table of 300 customers in two crowds: two numbers, a third column under a header of one's own, and one of kinds. */
function customers(header: string, [first, second] = ["a", "b"]): string {
  const rows = Array.from({ length: 300 }, (_, at) => {
    const often = at % 2 === 0 ? 80 : 10;
    return [at + 1000, often + ((at * 7) % 13), often * 2 + ((at * 11) % 17), ((at * 37) % 101) + often];
  });
  const kinds = rows.map((_, at) => (at % 3 === 0 ? first : second));
  const lines = rows.map((row, at) => `${row.join(",")},"${kinds[at]}"`);
  return `customer_id,visits,income,"${header}",kind\n${lines.join("\n")}\n`;
}

/** Everything that is written on the page, in all its parts, also where only a reader of the screen comes. */
function everything(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said: string[] = [];
    const walk = (root: Node) => {
      for (const node of root.childNodes) {
        if (node instanceof Text) said.push(node.data);
        if (!(node instanceof Element) || node instanceof HTMLStyleElement) continue;
        for (const name of ["title", "aria-label", "data-label"]) said.push(node.getAttribute(name) ?? "");
        if (node.shadowRoot) walk(node.shadowRoot);
        walk(node);
      }
    };
    walk(document.querySelector("ring-fence")?.shadowRoot as Node);
    return said.join("\n");
  });
}

/** Goes through all steps at every width: none is wider than the window. */
async function neverTooWide(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const step of STEPS) {
      await go(page, step);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await unfold(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${step}, ${width}`).toBe(
        width,
      );
    }
  }
}

test("what nobody sees is written out, wherever it comes from", async ({ open }) => {
  const { page } = await open();
  const table = customers("\u202egnp.exe sp\u200bend\u0007", ["\u2066tea\u2069", "\ufeffcoffee"]);
  await choose(page, made("\u202egpj.customers.csv", table));
  await settled(page);
  for (const step of STEPS) {
    await go(page, step);
    await unfold(page);
    const text = await everything(page);
    expect(text, step).not.toMatch(new RegExp(UNSEEN));
    if (step === "Look") {
      // Marks of direction and of no width are taken off as the file is read; a bell is not, and is written out.
      expect(text).toContain("gnp.exe spend⟨U+0007⟩");
      expect(text).toContain("⟨U+202E⟩gpj.customers.csv");
      expect(text).not.toContain("⟨U+FEFF⟩");
    }
  }
  // Still a choice like any other.
  await go(page, "Look");
  const role = page.getByRole("combobox", { name: /^Change what “gnp\.exe/ });
  await role.selectOption("ignore");
  await settled(page);
  await expect(page.getByRole("checkbox", { name: /gnp\.exe/ })).toHaveCount(0);
});

test("a name that a recipe gives is written out, and stays what it is", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("customers.csv", customers("spend")));
  await settled(page);
  await go(page, "Segments");
  await page.getByLabel("Number of segments", { exact: true }).selectOption("3");
  await expect(cards(page)).toHaveCount(3);
  await settled(page);
  const names = [{ k: 3, segment: 1, name: `\u202efriends ${"of mine ".repeat(40)}` }];
  const recipe = { choose: { k: 3 }, names };
  await choose(page, { ...made("recipe.json", JSON.stringify(recipe)), mimeType: "application/json" });
  const name = cards(page).first().getByRole("textbox");
  await expect(name).toHaveText(/^⟨U\+202E⟩friends of mine .*…/);
  // To look at it is not to write it.
  await name.focus();
  await name.blur();
  await expect(name).toHaveText(/…/);
  await neverTooWide(page);
  expect(await everything(page)).not.toMatch(new RegExp(UNSEEN));
});

for (const [what, length] of [
  ["3,000 characters", 3_000],
  ["900 kB", 900_000],
] as const) {
  test(`a header of ${what} makes no page wider`, async ({ open }) => {
    const { page } = await open();
    await choose(page, made(`${"long".repeat(50)}.csv`, customers(`spend${"d".repeat(length)}end`)));
    await settled(page);
    await neverTooWide(page);
    await go(page, "Look");
    await expect(page.getByRole("checkbox", { name: /^spendd+…d+end$/ })).toBeChecked();
    expect((await everything(page)).length).toBeLessThan(60_000);
  });
}
