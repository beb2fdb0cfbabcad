import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import type { Mail } from "~/lib/mail";
import { layoutMail } from "~/lib/mail-layout";
import { callFunction } from "../accounts/call-function.server";
import { outcomeOf } from "../notifications/outcome-of";

const BATCH_SIZE = 20;

const dueSchema = z.object({
  orgId: z.uuid(),
  id: z.uuid(),
  reference: z.string(),
  subject: z.string(),
  body: z.string(),
  organization: z.string(),
});
type DueMessage = z.output<typeof dueSchema>;

type SupportMailJob = {
  db: HttpDatabase;
  /** Where operators read. */
  supportEmail: string;
  mail: { send(mail: Mail): Promise<void> };
  maxBatches: number;
};

/** Tells operators of what members wrote; claimed and sent once like the mails of notifications. Answers how many. */
export async function sendSupportMails(job: SupportMailJob): Promise<number> {
  let sent = 0;
  for (let batch = 0; batch < job.maxBatches; batch++) {
    const due = await callFunction(job.db, sql`support_claim_mails(${BATCH_SIZE}::int)`, z.array(dueSchema));
    for (const one of due) {
      const outcome = await outcomeOf(() => job.mail.send(writeSupportMail(job.supportEmail, one)));
      if (outcome === "sent") sent += 1;
      if (outcome === null) continue;
      const settle = sql`support_settle_mail(${one.orgId}::uuid, ${one.id}::uuid, ${outcome})`;
      await callFunction(job.db, settle, z.unknown());
    }
    if (due.length < BATCH_SIZE) break;
  }
  return sent;
}

/** Operators read English. The reference is what they answer by. */
function writeSupportMail(to: string, { id, reference, subject, body, organization }: DueMessage): Mail {
  const title = `[${reference}] ${subject}`;
  const { text, html } = layoutMail({
    language: "en",
    title,
    paragraphs: [`From ${organization}:`, ...body.split(/\n{2,}/)],
    footer: [`Answer with: npm run support -- answer ${reference}`],
  });
  return { to, subject: title, text, html, idempotencyKey: `support/${id}` };
}
