import * as z from "zod";
import type { OrganizationDetails } from "~/db/schema/organizations";
import { LANGUAGES } from "~/i18n/languages";
import { isCurrencyCode } from "~/lib/money";

const line = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();
const PRINTABLE = /^[^\p{Cc}\p{Cf}]*$/u;

/** An optional line of at most `max` characters; empty becomes absent. */
const optionalLine = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => line(text ?? "") || undefined)
    .pipe(
      z
        .string()
        .max(max, "settings:errors.tooLong")
        .regex(PRINTABLE, "settings:errors.characters")
        .optional(),
    );

const website = z
  .string()
  .trim()
  .optional()
  .transform((text, issue) => {
    if (!text) return undefined;
    const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    const isWebsite = URL.canParse(url) && new URL(url).hostname.includes(".");
    if (!isWebsite || url.length > 200)
      issue.addIssue({ code: "custom", message: "settings:errors.website" });
    return url;
  });

/** Several lines; blank ones at the ends go. */
const address = z
  .string()
  .optional()
  .transform((text) => (text ?? "").normalize("NFC").replace(/\r\n?/g, "\n").trim() || undefined)
  .pipe(z.string().max(300, "settings:errors.tooLong").optional());

export const updateOrganizationSchema = z.object({
  name: z
    .string({ error: "settings:errors.nameMissing" })
    .transform(line)
    .pipe(
      z
        .string()
        .min(1, "settings:errors.nameMissing")
        .max(80, "settings:errors.nameTooLong")
        .regex(/^[^\p{Cc}\p{Cf}<>]*$/u, "settings:errors.characters"),
    ),
  registrationNumber: optionalLine(40),
  phone: optionalLine(30),
  website,
  address,
  timeZone: z
    .string({ error: "errors:organizations.timeZone" })
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone), "errors:organizations.timeZone"),
  currency: z
    .string({ error: "errors:organizations.currency" })
    .refine(
      (code) => isCurrencyCode(code) && Intl.supportedValuesOf("currency").includes(code),
      "errors:organizations.currency",
    ),
  language: z.enum(LANGUAGES, { error: "errors:form.choose" }),
});
/** What a further organization begins with. */
export const createOrganizationSchema = updateOrganizationSchema.pick({
  name: true,
  timeZone: true,
  currency: true,
});
export type CreateOrganization = z.output<typeof createOrganizationSchema>;

export type UpdateOrganization = z.output<typeof updateOrganizationSchema>;

/** The organization as its settings show it. */
export type OrganizationSettings = {
  name: string;
  slug: string;
  details: OrganizationDetails;
  timeZone: string;
  currency: string;
  language: string;
};
