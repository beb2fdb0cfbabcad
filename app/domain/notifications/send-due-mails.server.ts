import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { LANGUAGES } from "~/i18n/languages";
import { forEachAtOnce } from "~/lib/for-each-at-once";
import type { Keyring } from "~/lib/keyring";
import type { Mail } from "~/lib/mail";
import { callFunction } from "../accounts/call-function.server";
import { notificationFactsSchema } from "./notification.schema";
import { isNotificationKind, type NotificationKind } from "./notification-kinds";
import { writeNotificationMail } from "./notification-mail.server";
import { outcomeOf } from "./outcome-of";
import { writeUnsubscribeToken } from "./unsubscribe-token";

export type MailJob = {
  db: HttpDatabase;
  appUrl: string;
  keyring: Keyring;
  mail: { send(mail: Mail): Promise<void> };
  maxBatches: number;
};

const BATCH_SIZE = 50;
const AT_ONCE = 4;

const dueSchema = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  kind: z.custom<NotificationKind>((kind) => typeof kind === "string" && isNotificationKind(kind)),
  facts: notificationFactsSchema,
  category: z.string(),
  email: z.string(),
  language: z.enum(LANGUAGES),
  slug: z.string().nullable(),
  organization: z.string().nullable(),
  words: z.object({ subject: z.string(), body: z.string() }).nullable(),
});

/**
 * Mails the notifications that wait for it. Each is claimed first and carries its id
 * as idempotency key, so that it arrives once though a run may break off at any point.
 * Answers how many were handed over.
 */
export async function sendDueMails(job: MailJob): Promise<number> {
  let sent = 0;
  for (let batch = 0; batch < job.maxBatches; batch++) {
    const due = await callFunction(
      job.db,
      sql`notification_claim_mails(${BATCH_SIZE}::int)`,
      z.array(dueSchema),
    );
    await forEachAtOnce(AT_ONCE, due, async (one) => {
      if ((await sendOne(job, one)) === "sent") sent += 1;
    });
    if (due.length < BATCH_SIZE) break;
  }
  return sent;
}

async function sendOne(job: MailJob, due: z.output<typeof dueSchema>): Promise<string> {
  const { db, appUrl, keyring, mail } = job;
  const unsubscribeUrl =
    due.category === "product"
      ? `${appUrl}/unsubscribe?token=${await writeUnsubscribeToken(keyring, due.userId)}`
      : null;
  const outcome = await outcomeOf(() => mail.send(writeNotificationMail(due, { appUrl, unsubscribeUrl })));
  if (outcome !== null) {
    await callFunction(db, sql`notification_settle_mail(${due.id}::uuid, ${outcome})`, z.unknown());
  }
  return outcome ?? "unknown";
}
