/** The bytes of a file, piece by piece. The browser brings the next ones while a piece is worked on. */

import type { Fault } from "./api.ts";

/** Room for a piece: about as much as browsers hold ready. */
const PIECE = 1 << 20;

/**
 * Who is being read from. A browser may take a stream away in the middle of a read that nothing but the read itself waits for (Chromium
 * does, where it clears up much memory), and then there is no next piece and no end.
 */
const reading = new Set<Read>();

/**
 * The bytes of a file that may have been changed or taken away since it was chosen, which is a fault. A piece is good until the next is
 * asked for: its memory is used again.
 */
export async function* pieces(file: File): AsyncGenerator<Uint8Array, void> {
  const read = reads(file.stream());
  reading.add(read);
  try {
    for (let piece = await next(read, file); piece !== undefined; piece = await next(read, file)) yield piece;
  } finally {
    // Whoever stops early has no use for the rest, and hears of nothing that happens to it.
    read.stop().catch(() => {});
    reading.delete(read);
  }
}

/** How a stream is read. */
interface Read {
  /** The next bytes; nothing after the last. */
  piece(): Promise<Uint8Array | undefined>;
  stop(): Promise<void>;
}

/** Fresh memory for every piece costs as much as parsing half of it; not every browser's files can do without (Safari's before 26.4). */
function reads(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Read {
  try {
    const reader = stream.getReader({ mode: "byob" });
    let room = new Uint8Array(PIECE);
    return {
      async piece() {
        const { value } = await reader.read(room);
        if (value === undefined || value.length === 0) return undefined;
        room = new Uint8Array(value.buffer);
        return value;
      },
      stop: () => reader.cancel(),
    };
  } catch {
    const reader = stream.getReader();
    return { piece: async () => (await reader.read()).value, stop: () => reader.cancel() };
  }
}

async function next(read: Read, file: File): Promise<Uint8Array | undefined> {
  try {
    return await read.piece();
  } catch {
    throw { key: "io-read", params: { file: file.name } } satisfies Fault;
  }
}
