/** What another method says of the same customers: how far it agrees with the usual one, and how its segments come about. */

import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { type Draw, dendrogram } from "../charts.ts";
import type { Mark, Merge, SecondOpinion, SegmentsView, TreeView } from "../store.ts";
import { nameOf } from "./looks.ts";
import { Part } from "./view.ts";

/** A union with the groups left before it and the customers of its two parts. */
interface Joined {
  from: number;
  left: number;
  right: number;
  height: number;
}

export class Opinion extends Part {
  @property({ attribute: false }) segments!: SegmentsView;
  @property() theme: "light" | "dark" = "light";

  override render() {
    const { secondOpinion: opinion, method } = this.segments;
    if (opinion == null) return nothing;
    return html`
      <section class="card stack" aria-labelledby="title">
        <h2 id="title">${this.say("page-opinion")}</h2>
        <p class="muted">${this.say("page-opinion-by", { method })}</p>
        <div class="stack tight">
          ${opinion.statements.map((statement) => html`<p>${this.voice.state(statement)}</p>`)}
        </div>
        ${opinion.tree == null ? nothing : this.#tree(opinion.tree)}
        <details class="small">
          <summary>${this.say("page-opinion-each")}</summary>
          ${this.#evidence(opinion)}
        </details>
      </section>
    `;
  }

  #evidence({ evidence }: SecondOpinion) {
    const heads = [
      "chart-silhouette-x",
      "page-opinion-agreement",
      "measure-silhouette",
      "measure-silhouette-simplified",
      "measure-inertia",
      "measure-calinski-harabasz",
      "measure-davies-bouldin",
      "measure-bic",
    ];
    const measured = evidence.some((one) => one.bic != null) ? heads : heads.slice(0, -1);
    const cells = (one: SecondOpinion["evidence"][number]) =>
      [
        this.voice.count(one.k),
        this.voice.number(one.agreement, 2),
        this.voice.number(one.silhouette, 3),
        this.voice.number(one.silhouetteSimplified, 3),
        this.voice.significant(one.inertia),
        this.voice.significant(one.calinskiHarabasz),
        this.voice.number(one.daviesBouldin, 3),
        one.bic == null ? this.say("not-measured-mark") : this.voice.significant(one.bic),
      ].slice(0, measured.length);
    return html`
      <div class="scroll" role="region" aria-label=${this.say("page-opinion-each")} tabindex="0">
        <table aria-label=${this.say("page-opinion-each")}>
          <thead>
            <tr>${measured.map((head) => html`<th scope="col">${this.say(head)}</th>`)}</tr>
          </thead>
          <tbody>
            ${evidence.map((one) => html`<tr>${cells(one).map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
    `;
  }

  #tree(view: TreeView) {
    const { k } = this.segments;
    const joined = unions(view);
    if (joined.length === 0) return nothing;
    const rows = [...joined]
      .reverse()
      .map(({ from, left, right, height }) => [
        this.voice.count(from - 1),
        this.voice.count(left),
        this.voice.count(right),
        this.voice.significant(height),
      ]);
    const heads = ["chart-tree-left", "chart-tree-one", "chart-tree-other", "chart-tree-height"];
    return html`
      <ringfence-chart
        .voice=${this.voice}
        .theme=${this.theme}
        .heading=${this.say("chart-tree-title", { k })}
        .explanation=${this.say("chart-tree-subtitle", { k, leaves: view.tree.sizes.length })}
        .draw=${guard([this.segments, this.voice], () => this.#draw(view, joined))}
        .columns=${heads.map((head) => this.say(head))}
        .rows=${rows}
        .read=${({ label }: Mark) => label}
      ></ringfence-chart>
    `;
  }

  #draw({ tree, segments: leaves }: TreeView, joined: readonly Joined[]): Draw {
    const { k, segments } = this.segments;
    return dendrogram({
      segments: segments.map((segment) => ({ name: nameOf(this.voice, segment), size: segment.size })),
      leaves,
      unions: tree.merges.map(({ left, right, height }) => ({ left, right, height })),
      texts: joined.map((one) => this.say("chart-tree-mark", { ...one, to: one.from - 1 })),
      cut: cutHeight(tree.merges, k),
      cutLabel: this.say("chart-tree-cut", { k }),
      xLabel: this.say("chart-tree-x"),
      yLabel: this.say("chart-tree-y"),
      format: this.voice.format,
    });
  }
}

/** The unions of a tree, lowest first. */
function unions({ tree: { sizes, merges } }: TreeView): Joined[] {
  const all = [...sizes, ...merges.map(({ size }) => size)];
  return merges.map(({ left, right, height }, at) => ({
    from: sizes.length - at,
    left: all[left] ?? 0,
    right: all[right] ?? 0,
    height,
  }));
}

/** Half way between the last union that is made and the first that is not; none where there is nothing to part. */
function cutHeight(merges: readonly Merge[], k: number): number | null {
  const above = merges[merges.length - k + 1];
  const below = merges[merges.length - k];
  return above === undefined ? null : (above.height + (below?.height ?? 0)) / 2;
}
