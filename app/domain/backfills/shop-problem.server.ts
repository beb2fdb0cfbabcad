import { isPassing, ShopApiError } from "~/connectors/api/shop-api-error";
import { AppError } from "~/lib/app-error";
import { jobDoorOf } from "../connections/credentials/credentials-door";
import { markCredentialsBroken } from "../connections/credentials/mark-credentials.server";
import type { ShopTools } from "./shop-tools";

/** How long a shop that is away is left alone, by how often in a row it was. */
const PAUSES_SECONDS = [30, 60, 120, 300, 600, 1800];
/** About a day: then a person must look. */
const MOST_WAITS = 50;

/** Whether the shop only asks for patience, and for how long; null when asking again is of no use. */
export function patienceFor(error: unknown, waits: number): number | null {
  if (!(error instanceof ShopApiError) || !isPassing(error) || waits >= MOST_WAITS) return null;
  const usual = PAUSES_SECONDS[Math.min(waits, PAUSES_SECONDS.length - 1)] ?? 0;
  return Math.max(usual, error.retryAfterSeconds ?? 0);
}

/**
 * The error for people of one that a shop's interface gave; keys that the shop refuses are marked as
 * broken. Any other error is itself.
 */
export async function toPeople(
  tools: ShopTools,
  orgId: string,
  connectionId: string,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof ShopApiError)) return error;
  const key = problemKey(error);
  if (error.problem === "keys_refused")
    await markCredentialsBroken(jobDoorOf(tools, orgId), connectionId, key);
  return new AppError("conflict", key, { cause: error });
}

/** The text that says what is wrong with a shop's interface, and what to do. */
export function problemKey({ problem }: ShopApiError): string {
  return `receipts:problems.${problem}`;
}
