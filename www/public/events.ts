/** What an embedding page may rely on. */

/** The steps of the journey, in order; also the fragment of the address that shows one. */
export const STEPS = ["drop", "look", "segments", "act", "share"] as const;

/** A step of the journey. */
export type Step = (typeof STEPS)[number];

/** How the page looks: as the device, or always one way. */
export type Appearance = "auto" | "light" | "dark";
