/** A server for one folder of built files, on this machine only. Nothing but Node's own modules. */

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { policyOf } from "./policy.js";
import { Failure } from "./process.js";

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
  [".wasm", "application/wasm"],
]);

/**
 * Serves the files lying directly in a folder; `/` is its one page. A page is sent with the policy that it carries as a
 * header too, so that what is seen here is what a careful host would give.
 *
 * @param {{ folder: string, page: string, port: number }} options port 0 takes any free one
 * @returns {Promise<{ address: string, paths: string[], close: () => Promise<void> }>} `paths` grows by every request
 */
export function serve({ folder, page, port }) {
  /** @type {string[]} */
  const paths = [];
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? "/");
    paths.push(path);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    // A name is looked up among those that are there and never joined to a path, so there is no way out of the folder.
    const name = readdirSync(folder).find((file) => file === (path === "/" ? page : path.slice(1)));
    if (name === undefined) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("not found\n");
      return;
    }
    const content = readFileSync(join(folder, name));
    response.writeHead(200, headers(name, content)).end(request.method === "HEAD" ? undefined : content);
  });
  return new Promise((resolve, reject) => {
    server.on("error", (error) => reject(explain(error, port)));
    server.listen(port, "127.0.0.1", () => {
      const bound = server.address();
      const actual = bound !== null && typeof bound === "object" ? bound.port : port;
      const close = () =>
        /** @type {Promise<void>} */ (
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          })
        );
      resolve({ address: `http://127.0.0.1:${actual}/`, paths, close });
    });
  });
}

/** @param {string} url */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return "";
  }
}

/**
 * @param {string} name
 * @param {Buffer} content
 */
function headers(name, content) {
  const html = extname(name) === ".html";
  return {
    "Content-Type": TYPES.get(extname(name)) ?? "application/octet-stream",
    "Content-Length": content.length,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    ...(html ? { "Content-Security-Policy": policyOf(content.toString("utf8")) } : {}),
  };
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 */
function explain(error, port) {
  if (error.code !== "EADDRINUSE") return error;
  return new Failure(
    `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
  );
}
