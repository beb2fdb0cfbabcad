import type { Platform, SetupStep } from "~/connectors/connector";
import { CONNECTORS } from "~/connectors/registry";
import { OVERLAP_DAYS } from "./secret-overlap";
import { webhookAddress } from "./webhook-address";

/** What the seller copies into the shop, and the steps there. */
export type Setup = {
  address: string;
  signatureHeader: string;
  topics: readonly string[];
  steps: readonly SetupStep[];
  isSecretBrought: boolean;
  overlapDays: number;
};

export async function getSetup(
  app: { appUrl: string; hookUrlKey: string },
  connection: { platform: Platform; id: string },
): Promise<Setup> {
  const { signatureHeader, topics, setupSteps, secretOrigin } = CONNECTORS[connection.platform];
  return {
    address: await webhookAddress(app, connection),
    signatureHeader,
    topics,
    steps: setupSteps,
    isSecretBrought: secretOrigin === "pasted",
    overlapDays: OVERLAP_DAYS,
  };
}
