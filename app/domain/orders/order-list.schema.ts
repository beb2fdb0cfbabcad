import * as z from "zod";
import { pageParams } from "../page-params.schema";
import { ORDER_STATUSES } from "./order-statuses";

/** The query string of the orders list. */
export const orderListSchema = z.object({
  ...pageParams,
  status: z.enum(ORDER_STATUSES).optional().catch(undefined),
  shop: z.uuid().optional().catch(undefined),
  customer: z.uuid().optional().catch(undefined),
});
export type OrderListParams = z.output<typeof orderListSchema>;
