/**
 * The element `ring-fence`: the whole of Ringfence in one. It owns the state and the engine, shows one step of the journey
 * at a time, and takes files dropped anywhere in the window. Importing this registers nothing; `define.ts` does.
 */

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { type State, Store } from "../store.ts";
import { base, tokens } from "../style/sheets.ts";
import { menu } from "../views/choices.ts";
import { padlock } from "../views/padlock.ts";
import { languages, loadWording, preferredLanguage, Voice } from "../wording.ts";
import { type Appearance, STEPS, type Step } from "./events.ts";
import { frame } from "./frame.ts";
import { watchRequests } from "./requests.ts";

export class RingFence extends LitElement {
  static override styles = [tokens, base, frame];

  /** How it looks. */
  @property() appearance: Appearance = "auto";
  /** The theme that follows from it and from the device. */
  @property({ attribute: "data-theme", reflect: true }) theme: "light" | "dark" = "light";

  @state() private voice: Voice | undefined;
  @state() private step: Step = "drop";
  @state() private shown: State;
  @state() private requests = 0;
  @state() private dragging = false;
  @state() private broken = "";
  @query("#file") private chooser!: HTMLInputElement;

  readonly #store = new Store();
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");
  #ends: (() => void)[] = [];
  #printing = false;
  /** Whether the files that are chosen next are added to those that are open. */
  #adding = false;

  constructor() {
    super();
    this.shown = this.#store.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const on = <Name extends keyof WindowEventMap>(
      name: Name,
      does: (event: WindowEventMap[Name]) => void,
    ) => {
      window.addEventListener(name, does);
      this.#ends.push(() => window.removeEventListener(name, does));
    };
    on("hashchange", () => this.#follow());
    on("keydown", (event) => this.#key(event));
    on("dragover", (event) => this.#drag(event));
    on("dragleave", (event) => this.#dragAway(event));
    on("drop", (event) => this.#drop(event));
    on("beforeprint", () => this.#print(true));
    on("afterprint", () => this.#print(false));
    const darken = () => this.#dress();
    this.#dark.addEventListener("change", darken);
    this.#ends.push(() => this.#dark.removeEventListener("change", darken));
    this.#ends.push(this.#store.subscribe((next) => this.#show(next)));
    this.#ends.push(
      watchRequests((count) => {
        this.requests = count;
      }),
    );
    this.#dress();
    this.#follow();
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends) end();
    this.#ends = [];
    this.#store.clear();
  }

  override render() {
    const { voice } = this;
    // Without the wording there is no sentence to say; where it cannot be loaded, the browser says why in its own words.
    if (voice === undefined)
      return this.broken === "" ? nothing : html`<p class="page" role="alert">${this.broken}</p>`;
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>${voice.say("page-skip")}</a>
      ${this.#header(voice)}
      <main id="content" tabindex="-1" class="page" @choose-file=${this.#choose} @focus-content=${this.#focusHeading}>
        <ringfence-fault .voice=${voice} .store=${this.#store} .state=${this.shown}></ringfence-fault>
        ${this.#view(voice)}
      </main>
      <ringfence-progress .voice=${voice} .store=${this.#store} .state=${this.shown} @focus-content=${this.#focusHeading}></ringfence-progress>
      <p class="sr" role="status">${this.#news(voice)}</p>
      <input id="file" type="file" multiple hidden aria-hidden="true" tabindex="-1" accept=".csv,.tsv,.txt,.gz,.xlsx,.xlsm,.xls,.ods,.json,text/csv,text/plain" @change=${this.#chosen} />
      <div class="drop-cover" ?hidden=${!this.dragging}>${voice.say("page-drop-release")}</div>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("appearance")) this.#dress();
  }

  #header(voice: Voice) {
    const now = STEPS.indexOf(this.step);
    return html`
      <header class="bar">
        <a class="brand" href="#drop" aria-label=${voice.say("page-title")}>
          <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
            <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="3" />
          </svg>
          <span>${voice.say("page-title")}</span>
        </a>
        <nav aria-label=${voice.say("page-steps")}>
          <ol>
            ${STEPS.map((step, at) => {
              const open = step === "drop" || this.shown.file !== undefined;
              const current = step === this.step ? "step" : nothing;
              const label = voice.say(`page-step-${step}`);
              return html`<li class=${at < now ? "done" : ""}>
                ${
                  open
                    ? html`<a href="#${step}" aria-current=${current}>${label}</a>`
                    : html`<span aria-disabled="true" aria-current=${current}>${label}</span>`
                }
              </li>`;
            })}
          </ol>
        </nav>
        ${this.#tools(voice)}
      </header>
    `;
  }

  /** What is always at hand: the count of requests, the language, the appearance. */
  #tools(voice: Voice) {
    return html`
      <div class="tools">
        <span class="badge" title=${voice.say("page-requests-help")}>
          ${padlock(14)} ${voice.say("page-requests", { count: this.requests })}
        </span>
        <select aria-label=${voice.say("page-language")} @change=${this.#chooseLanguage}>
          ${languages().map(
            ({ code, name }) =>
              html`<option value=${code} lang=${code} .selected=${code === voice.language}>${name}</option>`,
          )}
        </select>
        ${menu<Appearance>({
          label: voice.say("page-theme"),
          offers: ["auto", "light", "dark"],
          chosen: this.appearance,
          word: (one) => voice.say(`page-theme-${one}`),
          choose: (one) => {
            this.appearance = one;
          },
        })}
      </div>
    `;
  }

  #view(voice: Voice) {
    const [store, now, theme] = [this.#store, this.shown, this.theme];
    switch (this.step) {
      case "drop":
        return html`<ringfence-drop data-view .voice=${voice} .store=${store} .state=${now}></ringfence-drop>`;
      case "look":
        return html`<ringfence-look data-view .voice=${voice} .store=${store} .state=${now} .theme=${theme}></ringfence-look>`;
      case "segments":
        return html`<ringfence-segments data-view .voice=${voice} .store=${store} .state=${now} .theme=${theme}></ringfence-segments>`;
      case "act":
        return html`<ringfence-act data-view .voice=${voice} .store=${store} .state=${now}></ringfence-act>`;
      case "share":
        return html`<ringfence-share data-view .voice=${voice} .store=${store} .state=${now}></ringfence-share>`;
    }
  }

  /** What a person who does not see the page should hear of: the stage of the work, and its end. */
  #news(voice: Voice): string {
    const { work, news } = this.shown;
    if (work === "starting") return voice.say("page-loading");
    // Without the figures, which change too fast to be read out.
    if (work !== undefined) return voice.say(`page-${work.stage}-begun`);
    return news === undefined ? "" : voice.state(news);
  }

  async #start(): Promise<void> {
    try {
      await loadWording();
      this.#speak(preferredLanguage());
      this.#store.prepare();
    } catch (reason) {
      this.broken = String(reason);
    }
  }

  #speak(language: string): void {
    this.voice = new Voice(language);
    this.lang = language;
    void this.#store.speak(language);
  }

  #show(next: State): void {
    const before = this.shown;
    this.shown = next;
    if (before.inspection === undefined && next.inspection !== undefined && this.step === "drop")
      this.#go("look");
    // A file that cannot be read leaves nothing to look at.
    if (next.fault !== undefined && next.inspection === undefined && this.step !== "drop") this.#go("drop");
  }

  #go(step: Step): void {
    location.hash = step;
  }

  /** Shows the step that the address names. */
  #follow(): void {
    const named = location.hash.slice(1);
    const step = STEPS.find((one) => one === named) ?? (named === "" ? "drop" : this.step);
    if (step === this.step) return;
    this.step = step;
    void this.#arrive();
  }

  async #arrive(): Promise<void> {
    await this.#focusHeading();
    window.scrollTo(0, 0);
  }

  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    const view = this.renderRoot.querySelector<LitElement>("[data-view]");
    await view?.updateComplete;
    view?.renderRoot.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>("main")?.focus();
  }

  /** Lets the person choose files, in place of those that are open or to add to them. */
  #choose({ detail }: CustomEvent<{ add: boolean }>): void {
    this.#adding = detail.add;
    this.chooser.click();
  }

  #chosen(): void {
    const files = [...(this.chooser.files ?? [])];
    void (this.#adding ? this.#store.add(files) : this.#store.open(files));
    // So that the same file can be chosen again.
    this.chooser.value = "";
  }

  #drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    this.dragging = true;
  }

  #dragAway(event: DragEvent): void {
    if (event.relatedTarget === null) this.dragging = false;
  }

  #drop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dragging = false;
    // Whatever was last chosen for: what is dropped takes the place of what is open.
    void this.#store.open([...event.dataTransfer.files]);
  }

  #key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.shown.recipe === undefined) return;
    const [target] = event.composedPath();
    // Where text is written, undo is the text's.
    if (target instanceof HTMLElement && target.isContentEditable) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) void this.#store.undo();
    else if (key === "y" || key === "z") void this.#store.redo();
    else return;
    event.preventDefault();
  }

  #chooseLanguage(event: Event): void {
    this.#speak((event.target as HTMLSelectElement).value);
  }

  #print(printing: boolean): void {
    this.#printing = printing;
    this.#dress();
  }

  #dress(): void {
    const dark = this.appearance === "auto" ? this.#dark.matches : this.appearance === "dark";
    this.theme = dark && !this.#printing ? "dark" : "light";
  }
}
