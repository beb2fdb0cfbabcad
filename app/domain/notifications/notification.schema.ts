import * as z from "zod";

export const notificationFactsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

/** One notification, or all of them when none is named. */
export const readNotificationsSchema = z.object({ id: z.uuid().optional() });

/** An empty checkbox is not sent. */
const choice = z.boolean().default(false);

/** What a user may switch off; notices about the service and its security always come. */
export const notificationPreferencesSchema = z.object({
  productMail: choice,
  productInApp: choice,
  policyInApp: choice,
});
export type NotificationPreferences = z.output<typeof notificationPreferencesSchema>;
