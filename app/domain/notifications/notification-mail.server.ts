import { getServerT } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import type { Mail } from "~/lib/mail";
import { layoutMail } from "~/lib/mail-layout";
import { withoutLinks } from "~/lib/without-links";
import { NOTIFICATION_KINDS, type NotificationKind } from "./notification-kinds";
import { notificationValues } from "./notification-values";

/** A notification that is to be mailed, with whom it is for. */
export type DueNotification = {
  id: string;
  kind: NotificationKind;
  facts: Record<string, string | number | boolean | null>;
  email: string;
  language: Language;
  /** Of the organization it is about. */
  slug: string | null;
  organization: string | null;
  /** The words of product news. */
  words: { subject: string; body: string } | null;
};

type Site = {
  /** Without a slash at its end. */ appUrl: string /** For product mail. */;
  unsubscribeUrl: string | null;
};

/**
 * A notification as a mail. Where it can be switched off, the mail says how, in its
 * last line and for mail programs that offer it as a button (RFC 8058).
 */
export function writeNotificationMail(due: DueNotification, { appUrl, unsubscribeUrl }: Site): Mail {
  const t = getServerT(due.language);
  const { subject, body } = due.words ?? wordsOf(due);
  const path = NOTIFICATION_KINDS[due.kind]?.({ slug: due.slug ?? "", facts: due.facts });
  const url = path === undefined ? null : `${appUrl}${path}`;
  const { text, html } = layoutMail({
    language: due.language,
    title: subject,
    paragraphs: body.split(/\n{2,}/),
    ...(url && { action: { label: t(`notifications:kinds.${due.kind}.action`), url } }),
    footer: [t("auth:emails.footer")],
    ...(unsubscribeUrl && {
      footerLink: { label: t("notifications:mail.unsubscribe"), url: unsubscribeUrl },
    }),
  });
  return {
    to: due.email,
    subject,
    text,
    html,
    idempotencyKey: `notification/${due.id}`,
    ...(unsubscribeUrl && {
      headers: {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    }),
  };
}

/** Names that a mail program would make a link of are left out: our sender must not carry other people's links. */
function wordsOf({ kind, facts, language, organization }: DueNotification) {
  const t = getServerT(language);
  const { organization: name, ...rest } = notificationValues(t, facts, organization ?? "");
  const values = {
    ...rest,
    organization: withoutLinks(String(name)) ?? t("organizations:mail.anOrganization"),
  };
  return {
    subject: t(`notifications:kinds.${kind}.title`, values),
    body: t(`notifications:kinds.${kind}.body`, values),
  };
}
