import type { AddressEvent, Proof } from "~/connectors/connector";
import { CONNECTORS, type Platform } from "~/connectors/registry";
import type { GuideTexts } from "~/connectors/setup-guide";
import type { WireFacts } from "~/connectors/wire-facts";
import type { Language } from "~/i18n/languages";
import { OVERLAP_DAYS } from "./secret-overlap";
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
  isSecretBrought: boolean;
  overlapDays: number;
};

/** The set-up of a connection in the reader's language. */
export async function getSetup(
  app: { appUrl: string; hookUrlKey: string },
  connection: { platform: Platform; id: string },
  language: Language,
): Promise<Setup> {
  const connector = CONNECTORS[connection.platform];
  const { label, proof, signatureHeader, topics, addressEvents = [], facts } = connector;
  return {
    ...{ label, proof, signatureHeader, topics, addressEvents, facts },
    address: await webhookAddress(app, connection),
    guide: connector.guide[language],
    isSecretBrought: connector.secretOrigin === "pasted",
    overlapDays: OVERLAP_DAYS,
  };
}
