import type { AddressEvent, Connector, Proof } from "~/connectors/connector";
import type { ProofSettings } from "~/connectors/generic/proof-settings";
import { CONNECTORS, type Platform } from "~/connectors/registry";
import type { GuideTexts } from "~/connectors/setup-guide";
import type { WireFacts } from "~/connectors/wire-facts";
import type { Language } from "~/i18n/languages";
import { OVERLAP_DAYS } from "./secret-overlap";
import { describeOneClick, type OneClick } from "./shop-api/one-click";
import { webhookAddress } from "./webhook-address";

/** What the seller copies into the shop, and the steps there. */
export type Setup = {
  label: string;
  /** Without the secret, where the secret is part of it. */
  address: string;
  proof: Proof;
  signatureHeader: string | null;
  topics: readonly string[];
  addressEvents: readonly AddressEvent[];
  guide: GuideTexts;
  facts: WireFacts;
  secretOrigin: Connector["secretOrigin"];
  /** What the seller chose; null where the platform decides. */
  chosenProof: ProofSettings | null;
  overlapDays: number;
  oneClick: OneClick | null;
};

/** The set-up of a connection in the reader's language. */
export async function getSetup(
  app: { appUrl: string; hookUrlKey: string },
  connection: { platform: Platform; id: string; proof: ProofSettings | null },
  language: Language,
): Promise<Setup> {
  const connector = CONNECTORS[connection.platform];
  const { label, proof, signatureHeader, topics, addressEvents = [], facts } = connector;
  return {
    ...{ label, signatureHeader, topics, addressEvents, facts },
    proof: connection.proof?.kind === "address" ? "address" : proof,
    chosenProof: connection.proof,
    address: await webhookAddress(app, connection),
    guide: connector.guide[language],
    secretOrigin: connector.secretOrigin,
    overlapDays: OVERLAP_DAYS,
    oneClick: describeOneClick(app, connection.platform),
  };
}
