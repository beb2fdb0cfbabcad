import * as z from "zod";
import type { Profile } from "~/db/schema/profile";

/** Postgres writes times with any offset; here they compare as texts. */
export const instant = z.string().transform((value) => new Date(value).toISOString());

export const text = z.string().nullable();

export const address = z.object({
  line1: text,
  line2: text,
  city: text,
  state: text,
  postcode: text,
  country: text,
});

const fact = <Value extends z.ZodType>(value: Value) =>
  z
    .object({
      value,
      at: z.string(),
      hash: z.string(),
      source: z.enum(["shop", "person", "import"]),
      by: z.string().optional(),
    })
    .optional();

export const profileSchema: z.ZodType<Profile> = z.object({
  name: fact(z.string()),
  email: fact(z.string()),
  phone: fact(z.string()),
  company: fact(z.string()),
  address: fact(address),
});
