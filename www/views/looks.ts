/** How segments look beside the charts: the same colour and marker as in them. */

import { css, svg, type TemplateResult } from "lit";
import { DOUBTFUL } from "../generated/vocabulary.ts";
import type { Segment, Statement } from "../store.ts";
import type { Voice } from "../wording.ts";

/** A segment's colour, as a class of {@link tones}, and its marker. */
export interface Look {
  tone: string;
  marker: number;
}

/** Colours that segments have; of more segments the largest seven keep one, as in the charts. */
const COLOURS = 8;

/** The look of each segment, in order. */
export function looks(segments: readonly { size: number }[]): Look[] {
  const bySize = segments.map((_, at) => at).sort((a, b) => size(segments, b) - size(segments, a) || a - b);
  const kept = bySize.slice(0, segments.length > COLOURS ? COLOURS - 1 : COLOURS).sort((a, b) => a - b);
  return segments.map((_, at) => {
    const place = kept.indexOf(at);
    return place < 0
      ? { tone: "tone-rest", marker: COLOURS - 1 }
      : { tone: `tone-${place + 1}`, marker: place };
  });
}

/** What a segment is called: the name it was given, or the suggested one. */
export function nameOf(voice: Voice, { given, suggested, ordinal }: Segment): string {
  if (given != null) return voice.name(given);
  const name = voice.state(suggested);
  return ordinal > 0 ? voice.say("name-numbered", { name, number: ordinal }) : name;
}

/** How firmly a segment comes back, in a word or two. */
export function firmness(voice: Voice, { key }: Statement): string {
  return voice.say(key.replace("stability-", "stability-word-"));
}

/** Whether a segment should not be relied on. */
export function isDoubtful({ key }: Statement): boolean {
  return DOUBTFUL.includes(key);
}

function size(segments: readonly { size: number }[], at: number): number {
  return segments[at]?.size ?? 0;
}

const SHAPES = [
  svg`<circle cx="8" cy="8" r="5" />`,
  svg`<path d="M3.6 3.6h8.8v8.8H3.6z" />`,
  svg`<path d="M8 1.6l6.2 10.8H1.8z" />`,
  svg`<path d="M8 1.7L14.3 8 8 14.3 1.7 8z" />`,
  svg`<path d="M5.2 2.4L8 5.2l2.8-2.8 2.8 2.8L10.8 8l2.8 2.8-2.8 2.800L8 10.800l-2.8 2.8-2.8-2.800L5.2 8 2.4 5.200z" />`,
  svg`<path d="M6 2h4v4h4v4h-4v4H6v-4H2V6h4z" />`,
  svg`<path d="M8 1l2 4.6 5 .5-3.8 3.3 1.1 4.900L8 11.700l-4.3 2.6 1.1-4.900L1 6.100l5-.5z" />`,
  svg`<path d="M8 14.400L1.8 3.600h12.400z" />`,
];

/** A segment's marker, beside its name. */
export function marker({ tone, marker }: Look): TemplateResult<2> {
  return svg`<svg class="marker ${tone}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${SHAPES[marker]}</svg>`;
}

/** The segments' colours. */
export const tones = css`
  .tone-1 { --tone: var(--segment-1); }
  .tone-2 { --tone: var(--segment-2); }
  .tone-3 { --tone: var(--segment-3); }
  .tone-4 { --tone: var(--segment-4); }
  .tone-5 { --tone: var(--segment-5); }
  .tone-6 { --tone: var(--segment-6); }
  .tone-7 { --tone: var(--segment-7); }
  .tone-8 { --tone: var(--segment-8); }
  .tone-rest { --tone: var(--segment-rest); }

  .marker {
    flex: none;
    fill: var(--tone);
  }
`;
