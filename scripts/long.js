/** `npm run check:long`: what takes too long for `npm test`. Add a step here for each. */

import { fuzz, TARGETS } from "./fuzz.js";
import { main, run } from "./process.js";
import { checkReproducible } from "./reproducible.js";
import { checkNode, setUpPackages, setUpRust } from "./setup.js";
import { runSteps } from "./steps.js";

await main(async () => {
  checkNode();
  await setUpRust();
  await setUpPackages();
  const fuzzing = TARGETS.map((target) => ({
    name: `ten minutes of ${target} on any bytes`,
    lane: "fuzz",
    run: () => fuzz(target),
  }));
  await runSteps([
    { name: "two builds on two paths are identical", lane: "one", run: checkReproducible },
    { name: "property tests, many other cases", lane: "one", run: manyCases },
    ...fuzzing,
  ]);
});

/** `npm test` tries the same cases every time; here they are others each time, and many more. */
async function manyCases() {
  process.env.PROPTEST_CASES = "20000";
  await run("cargo", ["test", "--workspace", "--exclude=xtask", "--release"]);
}
