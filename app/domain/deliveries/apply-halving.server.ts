import { type ApplyInput, applyDeliveries, applyInterpreted } from "./apply-deliveries.server";
import type { AppliedDelivery, ReceivedDelivery } from "./delivery.schema";
import { failedBy, isAboutDelivery } from "./failed-by";

/**
 * As `applyDeliveries`, but a delivery that cannot be applied does not hold back
 * the others: the batch is halved until it stands alone, and there it is recorded
 * as failed. Throws only what a later try may get over.
 */
export async function applyHalving(input: ApplyInput): Promise<AppliedDelivery[]> {
  try {
    return await applyDeliveries(input);
  } catch (error) {
    if (!isAboutDelivery(error)) throw error;
    const { deliveries } = input;
    const [only] = deliveries;
    if (deliveries.length <= 1) return only ? recordFailedDelivery(input, only, error) : [];
    const middle = Math.ceil(deliveries.length / 2);
    const first = await applyHalving({ ...input, deliveries: deliveries.slice(0, middle) });
    return [...first, ...(await applyHalving({ ...input, deliveries: deliveries.slice(middle) }))];
  }
}

/** Keeps a delivery that could not be applied, and says why. */
async function recordFailedDelivery(
  input: ApplyInput,
  delivery: ReceivedDelivery,
  error: unknown,
): Promise<AppliedDelivery[]> {
  return applyInterpreted(input, [{ delivery, events: [], verdict: failedBy(error) }]);
}
