import { isTransient, sqlState } from "~/db/database-error";
import { AppError } from "~/lib/app-error";
import { type ApplyInput, applyDeliveries, applyInterpreted } from "./apply-deliveries.server";
import type { AppliedDelivery, ReceivedDelivery } from "./delivery.schema";

/**
 * As `applyDeliveries`, but a delivery that cannot be applied does not hold back
 * the others: the batch is halved until it stands alone, and there it is recorded
 * as failed. Throws only what a later try may get over.
 */
export async function applyHalving(input: ApplyInput): Promise<AppliedDelivery[]> {
  try {
    return await applyDeliveries(input);
  } catch (error) {
    // An AppError is about the organization or its database, never about one delivery.
    if (error instanceof AppError || isTransient(error)) throw error;
    const { deliveries } = input;
    const [only] = deliveries;
    if (deliveries.length <= 1) return only ? recordFailedDelivery(input, only, error) : [];
    const middle = Math.ceil(deliveries.length / 2);
    const first = await applyHalving({ ...input, deliveries: deliveries.slice(0, middle) });
    return [...first, ...(await applyHalving({ ...input, deliveries: deliveries.slice(middle) }))];
  }
}

/** Keeps a delivery that could not be applied, with the class of the error: messages may hold personal data. */
export async function recordFailedDelivery(
  input: ApplyInput,
  delivery: ReceivedDelivery,
  error: unknown,
): Promise<AppliedDelivery[]> {
  const state = sqlState(error);
  const detail = state ? `SQLSTATE ${state}` : error instanceof Error ? error.name : typeof error;
  const verdict = { outcome: "failed", reason: "could_not_apply", detail } as const;
  return applyInterpreted(input, [{ delivery, events: [], verdict }]);
}
