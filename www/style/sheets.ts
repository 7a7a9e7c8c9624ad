/** The shared style sheets, as components adopt them. Constructed sheets need no exception in the content policy. */

import { unsafeCSS } from "lit";
import baseText from "./base.css?inline";
import tokensText from "./tokens.css?inline";

/** The tokens: adopted by the outermost element alone, everything within inherits them. */
export const tokens = unsafeCSS(tokensText);

/** Text, controls, tables and cards: adopted by every component. */
export const base = unsafeCSS(baseText);
