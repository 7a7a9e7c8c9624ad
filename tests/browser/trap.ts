/** A proxy that lets nothing through and remembers who asked: the browser is told to use it for every other machine. */

import { createServer } from "node:http";
import type { Socket } from "node:net";

export interface Trap {
  /** For `--proxy-server`. */
  address: string;
  /** The hosts that something in the browser tried to reach, in order. */
  hosts: string[];
  close(): Promise<void>;
}

export function trapConnections(): Promise<Trap> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    hosts.push(request.url ?? "");
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket: Socket) => {
    hosts.push(request.url ?? "");
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      if (bound === null || typeof bound === "string") return reject(new Error("the trap has no port"));
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      resolve({ address: `http://127.0.0.1:${bound.port}`, hosts, close });
    });
  });
}
