import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { organizations } from "~/db/schema/organizations";
import { getServerT } from "~/i18n/i18n.server";
import { LANGUAGES } from "~/i18n/languages";
import { layoutMail } from "~/lib/mail-layout";
import type { JobTools, RunningJob } from "../jobs/job-step";

const addresseeRow = z.object({ email: z.string() });

/** Tells whoever asked for an export that it is there. The link needs a log-in; the mail carries no data. */
export async function sendExportMail({ db, mail, appUrl }: JobTools, job: RunningJob): Promise<void> {
  const [found, people] = await db.run([
    db.orm
      .select({ name: organizations.name, slug: organizations.slug, language: organizations.language })
      .from(organizations)
      .where(eq(organizations.id, job.orgId)),
    db.orm.execute(
      sql`select email from organization_people() where user_id = ${job.createdBy}::uuid and state = 'active'`,
    ),
  ]);
  const [organization] = found;
  const [addressee] = readRows(addresseeRow, people);
  if (!organization || !addressee) return;
  const language = LANGUAGES.find((one) => one === organization.language) ?? "en";
  const t = getServerT(language);
  const title = t("activity:mail.subject", { organization: organization.name });
  const { text, html } = layoutMail({
    language,
    title,
    paragraphs:
      job.kind === "full_export"
        ? [t("activity:mail.body"), t("activity:mail.expires")]
        : [t("activity:mail.listBody"), t("activity:mail.listExpires")],
    action: { label: t("activity:mail.action"), url: `${appUrl}/o/${organization.slug}/settings/activity` },
    footer: [t("auth:emails.footer")],
  });
  await mail.send({ to: addressee.email, subject: title, text, html, idempotencyKey: `export/${job.id}` });
}
