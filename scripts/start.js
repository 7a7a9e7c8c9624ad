/** `npm start`: sets up what is missing, builds what is stale, serves the built page and prints its address. */

import { join } from "node:path";
import { buildPage, PAGE } from "./page.js";
import { Failure, main, root } from "./process.js";
import { serve } from "./serve.js";
import { checkNode, setUpPackages, setUpRust } from "./setup.js";
import { buildWasm } from "./wasm.js";

await main(async () => {
  checkNode();
  const port = portWanted(process.env.PORT ?? "4173");
  await setUpRust();
  await setUpPackages();
  await buildWasm();
  await buildPage();
  const { address } = await serve({ folder: join(root, "dist"), page: PAGE.replace("dist/", ""), port });
  console.log(`\nRingfence is at ${address} (Ctrl+C ends it)`);
});

/** @param {string} text */
function portWanted(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Failure(`PORT must be a number from 1 to 65535; it is "${text}"`);
}
