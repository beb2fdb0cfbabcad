import type { DeliveryHeaders } from "~/connectors/connector";

/**
 * The header of a test delivery that we send ourselves. It can only make a delivery count for
 * less: what carries it is read and logged, and changes no record.
 */
export const TEST_HEADER = "x-orucrm-test";

export const isTestDelivery = ({ headers }: { headers: DeliveryHeaders }): boolean => TEST_HEADER in headers;

/** The delivery as if a shop had sent it: for rehearsals, which write nothing. */
export function asReal<T extends { headers: Record<string, string> }>(delivery: T): T {
  const { [TEST_HEADER]: _mark, ...headers } = delivery.headers;
  return { ...delivery, headers };
}
