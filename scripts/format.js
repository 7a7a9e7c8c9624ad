/** `npm run format`: every file as rustfmt and Biome want it, and what Biome can put right by itself. */

import { main, run, runPackage } from "./process.js";
import { checkNode, setUpPackages, setUpRust } from "./setup.js";

await main(async () => {
  checkNode();
  await setUpRust({ tests: true });
  await setUpPackages();
  await run("cargo", ["fmt", "--all"]);
  await runPackage("@biomejs/biome/bin/biome", ["check", "--write"]);
});
