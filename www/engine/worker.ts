/** The engine, in a worker. */

self.onmessage = (event: MessageEvent) => self.postMessage(event.data);
