import { getServerT } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { layoutMail } from "~/lib/mail-layout";
import { withoutLinks } from "~/lib/without-links";
import type { OrgContext } from "../context";
import type { Role } from "../organizations/permissions";
import { INVITATION_DAYS } from "./invitation-days";

type Invitation = {
  email: string;
  role: Role;
  token: string;
  /** Why this one mail exists: a repeated attempt to send it is delivered once. */
  reason: string;
  organization: { name: string; language: Language };
  inviter: string;
};

/** Sends the link after the answer is out, in the organization's language. */
export function mailInvitation({ appUrl, ports }: OrgContext, invitation: Invitation): void {
  ports.later(() => ports.mail.send(writeInvitation(appUrl, invitation)));
}

/** Names that a mail program would make a link of are left out: our sender must not carry other people's links. */
function writeInvitation(appUrl: string, { email, role, token, reason, organization, inviter }: Invitation) {
  const { language } = organization;
  const t = getServerT(language);
  const values = {
    organization: withoutLinks(organization.name) ?? t("organizations:mail.anOrganization"),
    inviter: withoutLinks(inviter) ?? t("organizations:mail.somebody"),
    role: t(`common:roles.${role}`),
    days: INVITATION_DAYS,
  };
  const words = (part: string) => t(`organizations:mail.${part}`, values);
  const { text, html } = layoutMail({
    language,
    title: words("subject"),
    paragraphs: [words("body"), words("otherwise")],
    action: { label: words("action"), url: `${appUrl}/invitation?token=${token}&lng=${language}` },
    footer: [t("auth:emails.footer")],
  });
  return { to: email, subject: words("subject"), text, html, idempotencyKey: `invitation/${reason}` };
}
