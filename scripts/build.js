/** `npm run build`: everything into dist/ringfence.html, and dist/bench.html beside it. */

import { buildPage } from "./page.js";
import { main } from "./process.js";
import { checkNode, setUpPackages, setUpRust } from "./setup.js";
import { buildWasm } from "./wasm.js";

await main(async () => {
  checkNode();
  await setUpRust();
  await setUpPackages();
  await buildWasm();
  await buildPage();
});
