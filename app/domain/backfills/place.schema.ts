import * as z from "zod";

/** Where a shop's reader goes on, as it is kept. */
export const placeSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
