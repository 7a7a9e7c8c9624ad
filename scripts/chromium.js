/** The browser that the tests drive: one that is there, or Debian's. No test tool downloads one of its own. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, isExecutable, onPath, run } from "./process.js";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

/** Where the installers of macOS and Windows put it, which is on no PATH. */
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined ? [] : [join(folder, "Google", "Chrome", "Application", "chrome.exe")];
  }),
];

/**
 * The browser that `CHROME_PATH` names, else one on the PATH, else one in its usual place.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== "") {
    if (!isExecutable(named)) throw new Failure(`CHROME_PATH is "${named}", and there is no program there`);
    return named;
  }
  return onPath(NAMES) ?? PLACES.find(isExecutable);
}

/** Installs Chromium by apt on Debian as root where there is none; elsewhere says what to install. */
export async function setUpChromium() {
  if (findChromium() !== undefined) return;
  if (!isDebian() || process.getuid?.() !== 0) {
    throw new Failure(
      "The browser tests need Chromium or Chrome. Install one (on Debian: apt-get install chromium), or set CHROME_PATH to where it is.",
    );
  }
  console.log("Installing Chromium by apt");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env, quiet: true });
  await run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { env, quiet: true });
}

/** Debian itself: what calls itself Ubuntu has a `chromium` package that only points to another shop. */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
