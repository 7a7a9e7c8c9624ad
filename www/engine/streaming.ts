/** Files on their way into the engine. */

import type { Phase } from "./api.ts";
import { isFault } from "./fault.ts";
import { pieces } from "./pieces.ts";
import { breathe, type Context, post } from "./serving.ts";

/** Bytes after which progress is told and messages are let in: enough to be quick, few enough that a cancel is heard soon. */
const STEP = 1 << 22;

/** What takes a file's bytes. */
interface Sink {
  push(bytes: Uint8Array): void;
  free(): void;
}

/**
 * Hands a file to a sink, piece by piece. Of several files, so many bytes went `before`. False where it was cancelled; the sink is
 * freed then, and where it fails.
 */
export async function stream(
  context: Context,
  file: File,
  phase: Phase,
  sink: Sink,
  before = 0,
  total = file.size,
): Promise<boolean> {
  try {
    let [done, told] = [0, 0];
    for await (const piece of pieces(file)) {
      sink.push(piece);
      done += piece.length;
      if (done - told < STEP && done < file.size) continue;
      told = done;
      post({ id: context.id, progress: { stage: phase, done: before + done, total } });
      // Pieces that are there already come without a pause, in which a cancel could not be heard.
      await breathe();
      if (context.cancelled) break;
    }
  } catch (reason) {
    if (isFault(reason)) sink.free();
    throw reason;
  }
  if (context.cancelled) sink.free();
  return !context.cancelled;
}
