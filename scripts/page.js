/** The pages: index.html (and bench.html), its script, its worker and its wasm modules in one file that asks nobody for anything. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { contentPolicy } from "./policy.js";
import { Failure, root } from "./process.js";
import { ifStale } from "./stale.js";
import { GENERATED, MODULES } from "./wasm.js";

/** What a build is for: a page to open. */
export const PAGE = "dist/ringfence.html";

/** The page on which everybody can time the engine. It is made as the other one is, and may as little. */
export const BENCH_PAGE = "dist/bench.html";

/** The oldest browsers that have everything the page needs; simd128 came to Safari with 16.4. */
const BROWSERS = ["chrome111", "edge111", "firefox114", "safari16.4"];

/** Brings `dist/ringfence.html` up to date with the page's sources and the wasm modules, which must have been built. */
export async function buildPage() {
  const built = await ifStale("page", {
    inputs: ["index.html", "bench.html", "benches/fits/workloads.js", "package-lock.json", "scripts", "www"],
    outputs: [PAGE, BENCH_PAGE],
    make: async () => {
      const worker = await bundleWorker();
      mkdirSync(join(root, "dist"), { recursive: true });
      write(PAGE, assemble(await bundlePage("index.html"), worker, MODULES));
      write(BENCH_PAGE, assemble(await bundlePage("bench.html"), worker, ["engine"]));
    },
  });
  if (!built) console.log(`${PAGE} is up to date`);
}

/**
 * @param {string} path
 * @param {string} html
 */
function write(path, html) {
  writeFileSync(join(root, path), html);
  console.log(`${path}: ${kilobytes(html.length)}, gzipped ${kilobytes(gzipSync(html).length)}`);
}

/**
 * @typedef {object} Bundle
 * @property {string} html the document, without its script
 * @property {string} script
 * @property {string} style
 */

/**
 * @param {string} document
 * @returns {Promise<Bundle>}
 */
async function bundlePage(document) {
  const files = await bundle(document, "es");
  const html = files.find((file) => file.name.endsWith(".html"))?.text;
  const scripts = files.filter((file) => file.name.endsWith(".js"));
  if (html === undefined || scripts.length !== 1) {
    throw new Failure(
      `The page must be one document and one script; Vite made ${files.map((f) => f.name).join(", ")}`,
    );
  }
  const styles = files.filter((file) => file.name.endsWith(".css"));
  return {
    html: html
      .replace(/\s*<script type="module"[^>]* src="[^"]*"><\/script>/, "")
      .replace(/\s*<link rel="stylesheet"[^>]*>/, ""),
    script: scripts.map((file) => file.text).join(""),
    style: styles.map((file) => file.text).join(""),
  };
}

/** The worker's script, bundled by itself: it is started from a Blob, which has no address to import from. */
async function bundleWorker() {
  const [script, ...rest] = await bundle("www/engine/worker.ts", "iife");
  if (script === undefined || rest.length > 0) throw new Failure("The worker must be one script");
  return script.text;
}

/**
 * @param {string} input
 * @param {"es" | "iife"} format
 * @returns {Promise<{ name: string, text: string }[]>}
 */
async function bundle(input, format) {
  // Imported here, since npm start runs before any package is installed.
  const { build } = await import("vite");
  const result = await build({
    root,
    base: "./",
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      write: false,
      target: BROWSERS,
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      chunkSizeWarningLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: {
        input: join(root, input),
        output: { format, codeSplitting: false, comments: { legal: true } },
      },
    },
  });
  if (Array.isArray(result) || !("output" in result)) throw new Error("Vite gave no single output");
  return result.output.map((file) => ({
    name: file.fileName,
    text: file.type === "chunk" ? file.code : file.source.toString(),
  }));
}

/**
 * @param {Bundle} page
 * @param {string} worker
 * @param {readonly string[]} names of the modules that it needs
 */
function assemble(page, worker, names) {
  const modules = names.map((name) => [
    `${name}-wasm`,
    readFileSync(join(root, GENERATED, `${name}_bg.wasm`), "base64"),
  ]);
  const script = inert("the page's script", `\n${page.script.trim()}\n`);
  const style = page.style === "" ? "" : `\n${page.style.trim()}\n`;
  const policy = contentPolicy({ scripts: [script], styles: style === "" ? [] : [style] });
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    ...(style === "" ? [] : [`<style>${inert("the page's style", style)}</style>`]),
  ];
  // Blocks of a type that is no script's are never executed, so the policy need not name them. They come after the page's
  // script in the file and before it in time: a module runs when the whole document is there.
  const body = [
    `<script type="module">${script}</script>`,
    ...modules.map(([id, data]) => `<script type="application/wasm;base64" id="${id}">${data}</script>`),
    `<script type="text/plain" id="worker-source">${inert("the worker's script", worker)}</script>`,
  ];
  return insert(insert(page.html, /<meta charset="[^"]*" ?\/?>/, head), /(?=\s*<\/body>)/, body);
}

/**
 * Text that ends no script element early. What HTML would take for a tag can stand in a string of the sources only; there
 * it has to be written another way.
 *
 * @param {string} what
 * @param {string} text
 */
function inert(what, text) {
  const trap = /<\/?(script|style)/i.exec(text);
  if (trap !== null) throw new Failure(`${what} contains "${trap[0]}", which cannot stand inside a page`);
  return text.replaceAll("\r\n", "\n");
}

/**
 * @param {string} html
 * @param {RegExp} after the one place after which the lines go
 * @param {readonly string[]} lines
 */
function insert(html, after, lines) {
  const place = after.exec(html);
  if (place === null) throw new Failure(`The page has no ${after}`);
  const end = place.index + place[0].length;
  return `${html.slice(0, end)}\n${lines.join("\n")}${html.slice(end)}`;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
