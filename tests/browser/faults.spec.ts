/** What cannot be used is said in a sentence with a code, and the page goes on working. */

import { choose, dataFile, go, made, purchases, settled } from "./journey.ts";
import { expect, test } from "./page.ts";

/** The first bytes of a picture, then what may follow in one. */
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]),
  Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)),
]);

const BROKEN: [what: string, content: string | Buffer, code: string][] = [
  ["a picture", PNG, "not-a-table"],
  ["an empty file", "", "empty-file"],
  ["a header alone", "id,income,spending\n", "header-only"],
  ["one column", "income\n1\n2\n3\n", "one-column"],
  ["a quotation mark that is never closed", `id,income\n1,"${"x".repeat(11_000_000)}`, "record-too-long"],
  ["NUL bytes", Buffer.alloc(4096), "not-a-table"],
  ["a hundred thousand columns", `${"c,".repeat(99_999)}c\n${"1,".repeat(99_999)}1\n`, "too-many-columns"],
  [
    "text only",
    `id,note\n${Array.from({ length: 50 }, (_, at) => `${at},hello there ${at}`).join("\n")}`,
    "no-feature-columns",
  ],
  ["two customers", "id,income,spending\n1,2,3\n2,3,4\n", "too-few-customers"],
];

for (const [what, content, code] of BROKEN) {
  test(`${what}, then a good file`, async ({ open }) => {
    const { page } = await open();
    await choose(page, made("customers.csv", content));
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(`Code: ${code}`);
    await expect(alert.getByRole("heading", { name: "That did not work" })).toBeVisible();
    await choose(page, dataFile("wholesale_customers.csv"));
    await settled(page);
    await expect(alert).toHaveCount(0);
    await expect(page.getByText("440 rows, one per customer.")).toBeVisible();
  });
}

test("a file whose customers are all equal can be looked at, and says why there are no segments", async ({
  open,
}) => {
  const { page } = await open();
  await choose(
    page,
    made(
      "equal.csv",
      `id,income,spending\n${Array.from({ length: 60 }, (_, at) => `${at + 1000},5,7`).join("\n")}\n`,
    ),
  );
  await expect(page.getByRole("alert")).toContainText("Code: no-variation");
  await expect(page.getByRole("heading", { name: "60 customers" })).toBeVisible();
});

test("too few customers to release: the screen works, the summary says why not", async ({ open }) => {
  const { page } = await open();
  const rows = Array.from({ length: 40 }, (_, at) => `${at + 1000},${(at % 2) * 100 + at},${(at % 3) * 10}`);
  await choose(page, made("few.csv", `id,income,spending\n${rows.join("\n")}\n`));
  await settled(page);
  await go(page, "Share");
  await expect(page.getByRole("note")).toContainText("a summary to share needs at least 50");
  await expect(page.getByRole("button", { name: /Save the summary/ })).toHaveCount(0);
});

test("a change that cannot be is undone from the sentence that says so", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  const numbers = ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"];
  for (const column of ["Channel", "Region", ...numbers]) {
    await page.getByRole("combobox", { name: `“${column}”` }).selectOption("ignore");
  }
  const alert = page.getByRole("alert");
  await expect(alert).toBeVisible();
  await alert.getByRole("button", { name: "Undo" }).click();
  await settled(page);
  await expect(alert).toHaveCount(0);
});

test("a mistake of ours in the comparison with the last quarter is no finding", async ({ open }) => {
  const { page } = await open();
  await choose(page, made("shop.csv", purchases(60)));
  await settled(page);
  await go(page, "Segments");
  const section = page.getByRole("region", { name: "Does it matter for the business?" });
  await expect(section.locator("td.number").first()).toBeVisible();
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      TextDecoder.prototype.decode = () => {
        throw new RangeError("out of bounds");
      };
    });
  }
  await page.evaluate(() => {
    const view = document.querySelector("ring-fence")?.shadowRoot?.querySelector("[data-view]");
    void (view as unknown as { store: { foretell(): Promise<void> } }).store.foretell();
  });
  await expect(page.getByRole("alert")).toContainText("Code: engine-panicked");
  await expect(page.getByText("There is too little before the last quarter")).toHaveCount(0);
});

test("a panic ends the worker, not the page", async ({ open }) => {
  const { page } = await open();
  await choose(page, dataFile("wholesale_customers.csv"));
  await settled(page);
  const [worker] = page.workers();
  // What cannot happen, happens: the engine's memory cannot be written to.
  await worker?.evaluate(() => {
    Uint8Array.prototype.set = () => {
      throw new RangeError("out of bounds");
    };
  });
  await page.getByRole("combobox", { name: "“Fresh”" }).selectOption("ignore");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Code: engine-panicked");
  await alert.getByRole("button", { name: "Try again" }).click();
  await settled(page);
  await expect(alert).toHaveCount(0);
  // Five columns of numbers, and two of kinds.
  await expect(page.getByRole("region", { name: /440 customers/ }).getByRole("rowheader")).toHaveCount(7);
});
