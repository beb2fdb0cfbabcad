import { formatDate } from "~/i18n/format-date";
import { getServerT } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { layoutMail } from "~/lib/mail-layout";
import type { OrgContext } from "../context";
import { listPeople } from "./organizations-queries.server";

type Organization = { id: string; name: string; slug: string; language: Language; timeZone: string };
type News = { kind: "closing"; closesAt: Date } | { kind: "reopened" };

/** Tells every Admin, after the answer is out, that the organization is closing or was reopened. */
export async function mailAdmins(ctx: OrgContext, organization: Organization, news: News): Promise<void> {
  const admins = (await listPeople(ctx)).filter(({ role, state }) => role === "admin" && state === "active");
  const reason = ctx.newId();
  ctx.ports.later(async () => {
    for (const { id, email } of admins) {
      const mail = closingMail(ctx.appUrl, organization, news);
      await ctx.ports.mail.send({ ...mail, to: email, idempotencyKey: `${news.kind}/${reason}/${id}` });
    }
  });
}

function closingMail(appUrl: string, { name, slug, language, timeZone }: Organization, news: News) {
  const t = getServerT(language);
  const date = news.kind === "closing" ? formatDate(news.closesAt, timeZone, language) : "";
  const words = (part: string) => t(`rights:closing.mails.${news.kind}.${part}`, { name, date });
  const { text, html } = layoutMail({
    language,
    title: words("subject"),
    paragraphs: [words("body"), words("otherwise")],
    action: { label: words("action"), url: `${appUrl}/o/${slug}/settings/closing` },
    footer: [t("auth:emails.footer")],
  });
  return { subject: words("subject"), text, html };
}
