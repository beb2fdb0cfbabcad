import type { Connector, DatedTelling, ParseResult, ReadDelivery } from "../connector";
import { asNeedsAttention } from "../parse-result";
import type { SetupGuide } from "../setup-guide";
import type { WireFacts } from "../wire-facts";
import { applyMapping } from "./apply-mapping";
import { identifyMapped } from "./identify";
import type { Mapping } from "./mapping.schema";
import { type ProofSettings, proofHeadersOf } from "./proof-settings";
import { mappingByNames } from "./read-by-names";
import type { ConnectionSettings } from "./settings";
import { verify } from "./verify";

type Preset = {
  platform: string;
  label: string;
  guide: SetupGuide;
  facts: WireFacts;
  /** What the set-up offers first. */
  usualProof: ProofSettings;
  /** Whether bodies that leave no doubt are read by their fields' names until somebody has mapped them. */
  isReadByNames: boolean;
};

/** A platform whose deliveries prove themselves, and mean, what the seller says. */
export function mappedConnector(preset: Preset): Connector {
  const { isReadByNames } = preset;
  const mappingOf = (settings: ConnectionSettings | undefined, body: unknown): Mapping | null =>
    settings?.mapping ?? (isReadByNames ? mappingByNames(body) : null);
  return {
    ...preset,
    kind: "shop",
    proof: "chosen",
    secretOrigin: "either",
    secretPattern: /^[!-~]{8,500}$/,
    signatureHeader: null,
    bodyFormats: ["json", "form", "multipart"],
    topics: [],
    policyUrl: null,
    proofHeaders: ({ proof }) => proofHeadersOf(proof),
    verify,
    identify: (delivery: ReadDelivery) =>
      identifyMapped(mappingOf(delivery.settings, delivery.body), delivery),
    parse: ({ settings, body, receivedAt }: DatedTelling): ParseResult => {
      const mapping = mappingOf(settings, body);
      if (mapping !== null) return applyMapping(body, mapping, receivedAt);
      return asNeedsAttention("needs_mapping", "mapping: expected somebody to point at the fields");
    },
  };
}
