/** What the page shows, and whether it may leave. */

import type { Fault, Progress, Sheets } from "./engine/api.ts";
import type {
  CustomersView,
  Inspection,
  MapView,
  Recipe,
  SegmentsView,
  SourceKind,
  Summary,
} from "./generated/types.ts";

/** What the page shows. Replaced as a whole by every change. */
export interface State {
  /** The first file, by what may be said of it. */
  readonly file?: About | undefined;
  /** All files, what each is taken for among several, and what was found in it. */
  readonly sources: readonly Source[];
  /** The place of the file that is looked at: what `inspection` and `workbook` are about. */
  readonly place: number;
  /** Whether customers are left out who opted out. */
  readonly optedOut: boolean;
  /** Whether the segments shown were made otherwise than is decided now. Nothing of them may leave. */
  readonly stale: boolean;
  /** What was opened before there was a file to use it for. */
  readonly waiting?: "recipe" | "model" | undefined;
  readonly recipe?: Recipe | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What is going on. */
  readonly work?: Progress | "starting" | undefined;
  /** The sheets to choose from, where the file is a workbook. */
  readonly workbook?: Sheets | undefined;
  readonly inspection?: Inspection | undefined;
  readonly customers?: CustomersView | undefined;
  readonly segments?: SegmentsView | undefined;
  readonly map?: MapView | undefined;
  /** What would leave, or why nothing may. */
  readonly summary?: Summary | undefined;
  readonly summaryFault?: Fault | undefined;
  /** What was released before, as far as this sitting or an opened ledger knows. */
  readonly ledger?: { readonly releases: number } | undefined;
  /** How far the comparison with the last quarter is, or that it was stopped or is not possible; its outcome is part of `segments`. */
  readonly foretelling?: Progress | "starting" | "stopped" | "impossible" | undefined;
  /** What went wrong last. */
  readonly fault?: Fault | undefined;
  /** What was done last, for whoever cannot see it: a key of the wording. */
  readonly news?: Fault | undefined;
}

/** What may be said of a file. */
export interface About {
  readonly name: string;
  readonly size: number;
  readonly sample: boolean;
}

/** One of the files that are open. */
export interface Source extends About {
  readonly inspection?: Inspection | undefined;
  readonly kind?: SourceKind | undefined;
  readonly workbook?: Sheets | undefined;
}

/** Whether what is shown may be saved: it is done, and made as is decided. */
export function mayLeave({ work, stale, segments }: State): boolean {
  return work === undefined && !stale && segments?.settled === true;
}

/** Before there is a file. */
export const EMPTY: State = {
  canUndo: false,
  canRedo: false,
  sources: [],
  place: 0,
  optedOut: false,
  stale: false,
};
