/** What the page may do: its Content-Security-Policy, which nobody can loosen once the file is built. */

import { createHash } from "node:crypto";

/**
 * The policy of a page with these inline scripts and styles. There is no way out in it: no address to connect to, no form,
 * no frame, no script or style but those whose digest is named here. `'wasm-unsafe-eval'` permits compiling WebAssembly
 * and nothing else; `blob:` workers inherit this policy.
 *
 * @param {{ scripts: readonly string[], styles: readonly string[] }} inline their text, exactly as in the page
 */
export function contentPolicy({ scripts, styles }) {
  return [
    "default-src 'none'",
    `script-src ${[...scripts.map(source), "'wasm-unsafe-eval'"].join(" ")}`,
    ...(styles.length > 0 ? [`style-src ${styles.map(source).join(" ")}`] : []),
    "img-src blob: data:",
    "worker-src blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types ringfence lit-html",
  ].join("; ");
}

/**
 * The policy that a built page carries.
 *
 * @param {string} html
 */
export function policyOf(html) {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  if (policy === undefined) throw new Error("the page carries no Content-Security-Policy");
  return policy;
}

/** @param {string} text */
function source(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
