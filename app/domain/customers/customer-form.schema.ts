import * as z from "zod";
import { cleanText } from "~/lib/clean-text";
import { normalizeEmail } from "~/lib/email";
import { hasMixedScripts } from "~/lib/has-mixed-scripts";
import { normalizePhone } from "~/lib/phone";
import { typedValueSchema } from "../fields/typed-value.schema";

/** Of a fact, in characters. */
export const LONGEST_FACT = 200;
const line = z
  .string()
  .max(LONGEST_FACT)
  .default("")
  .transform((text) => cleanText(text, LONGEST_FACT) ?? "");

/** What a person may set on a customer; an empty text says that there is none. */
export const customerFormSchema = z.object({
  name: line,
  email: line
    .refine((text) => text === "" || normalizeEmail(text) !== null, "errors:form.email")
    .refine((text) => !hasMixedScripts(text), "customerPage:errors.mixedScripts"),
  phone: line,
  company: line,
  line1: line,
  line2: line,
  postcode: line,
  city: line,
  state: line,
  country: z
    .string()
    .default("")
    .transform((text) => text.trim().toUpperCase())
    .refine((text) => text === "" || /^[A-Z]{2}$/.test(text), "errors:form.choose"),
  /** Contacts that another customer has are taken all the same, as contacts only. */
  isShared: z.stringbool().default(false),
});

export type CustomerForm = z.output<typeof customerFormSchema>;

/** A new customer has at least something that it can be told by. */
export const newCustomerSchema = z
  .object({
    ...customerFormSchema.shape,
    /** What custom fields begin with, by their ids. */
    custom: z.record(z.uuid(), typedValueSchema).default({}),
  })
  .refine(({ phone, country }) => phone === "" || normalizePhone(phone, country || "MY") !== null, {
    path: ["phone"],
    message: "errors:form.phone",
  })
  .refine(({ name, email, phone }) => Boolean(name || email || phone), {
    path: ["name"],
    message: "customerPage:errors.nobody",
  });

export const CORRECTABLE_FACTS = ["name", "email", "phone", "company", "address"] as const;
export type FactName = (typeof CORRECTABLE_FACTS)[number];
