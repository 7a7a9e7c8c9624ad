/** Registers the element and its parts. Importing it twice, or beside another copy, does no harm. */

import { ActView } from "../views/act.ts";
import { Card } from "../views/card.ts";
import { Chart } from "../views/chart.ts";
import { Cleaning } from "../views/cleaning.ts";
import { Columns } from "../views/columns.ts";
import { DropView } from "../views/drop.ts";
import { Explore } from "../views/explore.ts";
import { FaultView } from "../views/fault.ts";
import { Features } from "../views/features.ts";
import { Field } from "../views/field.ts";
import { ForesightView } from "../views/foresight.ts";
import { ImportanceOfFeatures } from "../views/importance.ts";
import { Internal } from "../views/internal.ts";
import { LedgerView } from "../views/ledger.ts";
import { LookView } from "../views/look.ts";
import { Notices } from "../views/notices.ts";
import { NumberOfSegments } from "../views/number.ts";
import { Opinion } from "../views/opinion.ts";
import { OptOuts } from "../views/opt-outs.ts";
import { Profiles } from "../views/profiles.ts";
import { ProgressView } from "../views/progress.ts";
import { Repeated } from "../views/repeated.ts";
import { SegmentsStep } from "../views/segments.ts";
import { Settings } from "../views/settings.ts";
import { ShareView } from "../views/share.ts";
import { Sources } from "../views/sources.ts";
import { Spread } from "../views/spread.ts";
import { SummaryRest } from "../views/summary-rest.ts";
import { SummaryTable } from "../views/summary-table.ts";
import { RingFence } from "./element.ts";

const ELEMENTS: Record<string, CustomElementConstructor> = {
  "ringfence-act": ActView,
  "ringfence-card": Card,
  "ringfence-chart": Chart,
  "ringfence-cleaning": Cleaning,
  "ringfence-columns": Columns,
  "ringfence-drop": DropView,
  "ringfence-explore": Explore,
  "ringfence-fault": FaultView,
  "ringfence-features": Features,
  "ringfence-field": Field,
  "ringfence-foresight": ForesightView,
  "ringfence-importance": ImportanceOfFeatures,
  "ringfence-internal": Internal,
  "ringfence-ledger": LedgerView,
  "ringfence-look": LookView,
  "ringfence-notices": Notices,
  "ringfence-number": NumberOfSegments,
  "ringfence-opinion": Opinion,
  "ringfence-profiles": Profiles,
  "ringfence-progress": ProgressView,
  "ringfence-segments": SegmentsStep,
  "ringfence-settings": Settings,
  "ringfence-share": ShareView,
  "ringfence-opt-outs": OptOuts,
  "ringfence-sources": Sources,
  "ringfence-repeated": Repeated,
  "ringfence-spread": Spread,
  "ringfence-summary-rest": SummaryRest,
  "ringfence-summary-table": SummaryTable,
  // Last, so that it is complete when it first draws.
  "ring-fence": RingFence,
};

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
