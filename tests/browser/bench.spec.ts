/** The page on which everybody can time the engine: that it times the right thing, and may no more than the other one. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BENCH_PAGE } from "../../scripts/page.js";
import { policyOf } from "../../scripts/policy.js";
import { root } from "../../scripts/process.js";
import type { Fits, Job } from "../../www/bench.ts";
import { expect, test } from "./page.ts";

interface Bench {
  fits(name: string, workers: number, runs: number): Promise<Fits>;
  job(customers: number, workers: number, runs: number): Promise<Job>;
}

test("fits in the page are fits, and another worker changes nothing but the time", async ({ open }) => {
  const { page } = await open("file", BENCH_PAGE);
  const bench = <Result>(act: (bench: Bench) => Promise<Result>) =>
    page.evaluate(`(${act})(globalThis.bench)`) as Promise<Result>;
  const fits = await bench((bench) => bench.fits("W5", 1, 2));
  expect(fits.milliseconds).toHaveLength(2);
  expect(fits.same).toBe(true);
  // Six standardised features of 10,000 customers have a sum of squares of 60,000.
  expect(fits.inertia).toBeGreaterThan(0);
  expect(fits.inertia).toBeLessThan(60_000);
  // Labels of others are taken over four at a time: of these customers three are left over. With two equal centroids the second loses
  // everybody, which only a single worker can mend.
  for (const equal of [false, true]) {
    await page.evaluate((equal) => {
      const values = Float64Array.from({ length: 3 * 17_003 }, (_, at) => Math.sin(at * at));
      const start = values.slice(0, 3 * 5);
      if (equal) start.copyWithin(3, 0, 3);
      Object.assign(globalThis, { given: { W1: { values, start } } });
    }, equal);
    const alone = await bench((bench) => bench.fits("W1", 1, 1));
    const together = await bench((bench) => bench.fits("W1", 3, 1));
    expect([together.digest, together.inertia, together.iterations]).toEqual([
      alone.digest,
      alone.inertia,
      alone.iterations,
    ]);
  }
  const one = await bench((bench) => bench.job(1_500, 1, 1));
  const two = await bench((bench) => bench.job(1_500, 2, 1));
  expect(two.inertias).toEqual(one.inertias);
  expect(two.silhouettes).toEqual(one.silhouettes);
  expect(one.inertias).toEqual([...one.inertias].sort((a, b) => b - a));
});

test("its button fills a table, and its policy names no address", async ({ open }) => {
  const { page } = await open("file", BENCH_PAGE);
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("W1");
  const policy = policyOf(readFileSync(join(root, BENCH_PAGE), "utf8"));
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/https?:|\*|'unsafe-/);
});
