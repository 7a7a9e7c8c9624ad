/** `npm run check:long`: what takes too long for `npm test`. Add a step here for each. */

import { attack } from "./attack.js";
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
    { name: "the advised number of segments on 5,500 tables", lane: "one", run: howMany },
    { name: "groups that overlap, and what only looks like groups", lane: "one", run: groupsOrNone },
    { name: "a million customers", lane: "one", run: aMillion },
    { name: "attacks on the summary", lane: "one", run: () => attack(["--check"]) },
    ...fuzzing,
  ]);
});

/** `npm test` tries the same cases every time; here they are others each time, and many more. */
async function manyCases() {
  process.env.PROPTEST_CASES = "20000";
  await run("cargo", ["test", "--workspace", "--exclude=xtask", "--release"]);
}

/** Prints how often each rule is right; fails where ours is right less often than is asked of it. */
async function howMany() {
  await run("cargo", [
    "run",
    "--release",
    "--example=how_many",
    "--",
    "--json",
    "target/how_many.json",
    "--check",
  ]);
}

/** Prints how often groups are seen where there are none, and missed where they overlap; fails where more is asked of the rule. */
async function groupsOrNone() {
  await run("cargo", ["run", "--release", "--example=groups_or_none", "--", "--check"]);
}

/** What takes too long unoptimised. */
async function aMillion() {
  await run("cargo", ["test", "--release", "--test=number_of_segments", "--", "--ignored"]);
}
