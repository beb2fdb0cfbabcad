import * as z from "zod";
import { pageParams } from "../page-params.schema";
import { CUSTOMER_SORTS } from "./customer-sorts";

/** The query string of the customers list. */
export const customerListSchema = z.object({
  ...pageParams,
  sort: z.enum(CUSTOMER_SORTS).catch("lastOrder").default("lastOrder"),
  /** Absent: the sort's usual order, A to Z for names and the most first for the rest. */
  order: z.enum(["asc", "desc"]).optional().catch(undefined),
});
export type CustomerListParams = z.output<typeof customerListSchema>;
