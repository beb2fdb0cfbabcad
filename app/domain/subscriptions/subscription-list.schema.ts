import * as z from "zod";
import { pageParams } from "../page-params.schema";
import { SUBSCRIPTION_STATUSES } from "./subscription-statuses";

/** The query string of the subscriptions list. */
export const subscriptionListSchema = z.object({
  ...pageParams,
  status: z.enum(SUBSCRIPTION_STATUSES).optional().catch(undefined),
  shop: z.uuid().optional().catch(undefined),
});
export type SubscriptionListParams = z.output<typeof subscriptionListSchema>;
