/** The page for everybody: by keyboard alone, on a phone, in another language, in the dark. */

import { cards, choose, dataFile, go, settled } from "./journey.ts";
import { expect, test } from "./page.ts";

test("the journey by keyboard alone", async ({ open }) => {
  const { page } = await open();
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const named = element?.getAttribute("aria-label") ?? element?.textContent ?? "";
      return named.replace(/\s+/g, " ").trim();
    });
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press("Tab");
      if (name.test(await focused())) return;
    }
    throw new Error(`the Tab key does not come to ${name}`);
  };
  await tabTo(/^Try a sample shop$/);
  await page.keyboard.press("Enter");
  await settled(page);
  expect(await focused()).toBe("What the file is");
  await tabTo(/^See the segments$/);
  await page.keyboard.press("Enter");
  await expect.poll(focused).toMatch(/^Your customers in/);

  await tabTo(/^One segment fewer$/);
  const title = page.getByRole("heading", { level: 1 });
  const before = Number(/\d+/.exec((await title.textContent()) ?? "")?.[0]);
  await page.keyboard.press("Enter");
  await expect(title).toContainText(`${before - 1} segments`);

  await tabTo(/^\d+ segments of customers, side by side\./);
  const readout = page.locator("section[aria-label=Map] [aria-live]");
  await page.keyboard.press("ArrowRight");
  await expect(readout).toHaveText(/A customer in /);
  const first = await readout.textContent();
  await page.keyboard.press("PageDown");
  await expect(readout).not.toHaveText(first ?? "");
  await tabTo(/^Show as a table$/);
  await page.keyboard.press("Enter");
  await expect(page.locator("section[aria-label=Map]").getByRole("row")).toHaveCount(before);

  await page.goBack();
  await expect.poll(focused).toBe("What the file is");
});

test("English to German and back, nothing lost", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  await page.getByLabel("Number of segments", { exact: true }).selectOption("3");
  await expect(cards(page)).toHaveCount(3);
  await page.getByLabel("Language").selectOption("de");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ihre Kunden in 3 Segmenten");
  await expect(page.locator("ring-fence")).toHaveAttribute("lang", "de");
  await page.getByRole("navigation", { name: "Schritte" }).getByRole("link", { name: "Weitergeben" }).click();
  await expect(page.getByRole("heading", { name: "Zusammenfassung mit Offenlegungsschutz" })).toBeVisible();
  await page.getByLabel("Sprache").selectOption("en");
  await expect(page.getByRole("heading", { name: "Disclosure-controlled summary" })).toBeVisible();
  await expect(page.getByText("⟦")).toHaveCount(0);
});

test("nothing is cut off on a narrow screen, in either language", async ({ open }) => {
  const { page } = await open();
  await page.setViewportSize({ width: 360, height: 740 });
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  for (const language of ["en", "de"]) {
    await page.locator("ring-fence select").first().selectOption(language);
    for (const step of ["drop", "look", "segments", "act", "share"]) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, step);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${language}, ${step}`).toBe(
        360,
      );
      const steps = page.getByRole("navigation").getByRole("listitem");
      for (const box of await steps.evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().toJSON()),
      )) {
        expect(box.left, `${language}, ${step}`).toBeGreaterThanOrEqual(0);
        expect(box.right, `${language}, ${step}`).toBeLessThanOrEqual(360);
      }
    }
  }
});

for (const [name, look] of [
  ["wide", { width: 1440, height: 900, dark: false }],
  ["narrow", { width: 360, height: 740, dark: false }],
  ["dark", { width: 1440, height: 900, dark: true }],
] as const) {
  test(`every step to look at: ${name}`, async ({ open }) => {
    const { page, screenshot } = await open();
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.emulateMedia({ colorScheme: look.dark ? "dark" : "light" });
    await screenshot(`drop-${name}`);
    await choose(page, dataFile("online_retail_sample.csv"));
    await settled(page);
    for (const step of ["Look", "Segments", "Act", "Share"] as const) {
      await go(page, step);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      if (step === "Segments") await expect(page.locator("canvas").first()).toBeVisible();
      await screenshot(`${step.toLowerCase()}-${name}`);
    }
    await expect(page.locator("ring-fence")).toHaveAttribute("data-theme", look.dark ? "dark" : "light");
  });
}

test("charts are drawn in the device's own pixels", async ({ browser, site }) => {
  const context = await browser.newContext({ deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(site.address);
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  await go(page, "Segments");
  const canvas = page.locator("canvas").first();
  await expect(canvas).toBeVisible();
  const ratio = () => canvas.evaluate((one: HTMLCanvasElement) => one.width / one.clientWidth);
  await expect.poll(ratio).toBeCloseTo(2, 2);
  await page.setViewportSize({ width: 700, height: 800 });
  await expect.poll(ratio).toBeCloseTo(2, 2);
  await context.close();
});
