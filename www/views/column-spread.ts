/** How the values of a column are spread: drawn, and in words for whoever wants to know it more exactly or does not see it. */

import { html } from "lit";
import type { Spread } from "../store.ts";
import type { Voice } from "../wording.ts";

/** Bars of few bins are no wider than those of so many. */
const FEWEST_BINS = 12;

/** The drawing and the words; of numbers with so many decimals. */
export function columnSpread(
  spread: Spread,
  scale: number,
  { voice, theme }: { voice: Voice; theme: "light" | "dark" },
) {
  return html`
    <ringfence-spread .voice=${voice} .theme=${theme} .counts=${spread.histogram} .fewest=${FEWEST_BINS}></ringfence-spread>
    <p class="why">${figures(spread, scale, voice)}</p>
  `;
}

function figures(spread: Spread, scale: number, voice: Voice): string {
  if (spread.of === "kinds") return voice.say("page-column-most-frequent", { share: spread.mostFrequent });
  const said = (value: string | number) =>
    typeof value === "string" ? voice.day(value) : voice.number(value, places(value, most(value, scale)));
  const [lower, median, upper] = [spread.lowerQuartile, spread.median, spread.upperQuartile].map(said);
  if (lower === upper) return voice.say("page-column-half-alike", { median });
  return voice.say("page-column-half", { lower, median, upper });
}

/** Decimals that a quartile is told with: halfway between whole numbers lies none, and thousandths tell nothing of hundreds. */
function most(value: number, scale: number): number {
  return Math.min(Math.max(scale, 1), Math.abs(value) < 1 ? 4 : 2);
}

/** As many decimals as a value has, and no more than `most`. */
export function places(value: number, most: number): number {
  let places = 0;
  while (places < most && Number(value.toFixed(places)) !== value) places++;
  return places;
}
