import * as z from "zod";
import { normalizePhone } from "~/lib/phone";
import { typedValueSchema } from "../fields/typed-value.schema";
import { tagNameSchema } from "../tags/tags.schema";
import { CONSENT_CHANNELS } from "./consent-words";
import { CORRECTABLE_FACTS, customerFormSchema, LONGEST_FACT } from "./customer-form.schema";

const tag = { name: tagNameSchema };

/** What may be said by hand about an agreement: a shop alone can wait for a confirmation. */
const DECISIONS = ["subscribed", "unsubscribed"] as const;

const LONGEST_WORDING = 1000;

export const consentSchema = z.object({
  intent: z.literal("consent"),
  channel: z.enum(CONSENT_CHANNELS),
  state: z.enum(DECISIONS),
  /** What the customer was told or asked, in the words that were used. */
  wording: z.string().trim().min(1).max(LONGEST_WORDING),
  /** Where: at the counter, by phone, on a form. */
  place: z.string().trim().min(1).max(200),
});

/** Everything that is changed on a customer by hand, one thing at a time or its facts together. */
export const editCustomerSchema = z.discriminatedUnion("intent", [
  z
    .object({ intent: z.literal("correct"), ...customerFormSchema.shape })
    .refine(({ phone, country }) => !phone || normalizePhone(phone, country || "MY") !== null, {
      path: ["phone"],
      message: "errors:form.phone",
    }),
  // One fact alone, in a list.
  z.object({
    intent: z.literal("set-fact"),
    field: z.enum(["name", "email", "phone", "company"]),
    value: z.string().max(LONGEST_FACT).default(""),
  }),
  z.object({ intent: z.literal("release"), field: z.enum(CORRECTABLE_FACTS) }),
  z.object({ intent: z.literal("set-field"), fieldId: z.uuid(), value: typedValueSchema }),
  z.object({ intent: z.literal("tag"), ...tag }),
  z.object({ intent: z.literal("untag"), tagId: z.uuid() }),
  consentSchema,
]);

export type EditCustomer = z.output<typeof editCustomerSchema>;
