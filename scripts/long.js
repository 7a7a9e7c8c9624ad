/** `npm run check:long`: what takes too long for `npm test`. Add a step here for each. */

import { main } from "./process.js";
import { checkReproducible } from "./reproducible.js";
import { checkNode, setUpPackages, setUpRust } from "./setup.js";
import { runSteps } from "./steps.js";

await main(async () => {
  checkNode();
  await setUpRust();
  await setUpPackages();
  await runSteps([{ name: "two builds on two paths are identical", lane: "one", run: checkReproducible }]);
});
