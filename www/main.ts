/** The page's entry: registers its one element. */

import { html, LitElement } from "lit";

class RingFence extends LitElement {
  override render() {
    return html`<h1>Ringfence</h1>`;
  }
}

customElements.define("ring-fence", RingFence);
