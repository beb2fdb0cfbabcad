import { getServerT } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import type { Mail } from "~/lib/mail";
import { layoutMail } from "~/lib/mail-layout";
import { TOKEN_MINUTES } from "./email-token.server";

type Addressee = { email: string; language: Language };

/**
 * The mails about an account. None of them repeats what a visitor typed: anybody
 * can type anybody's email, and our sender must not carry their words.
 */
type AccountMail = {
  key: "verifyEmail" | "alreadyRegistered" | "passwordChanged";
  url: string;
  /** Why this one mail exists: a repeated attempt to send it is delivered once. */
  reason: string;
};

export function verifyEmailMail(to: Addressee, appUrl: string, token: string, tokenId: string): Mail {
  return write(to, {
    key: "verifyEmail",
    url: `${appUrl}/verify?token=${token}&lng=${to.language}`,
    reason: tokenId,
  });
}

/** For a sign-up with an email that already has a verified account. */
export function alreadyRegisteredMail(to: Addressee, appUrl: string, attemptId: string): Mail {
  return write(to, {
    key: "alreadyRegistered",
    url: `${appUrl}/log-in?lng=${to.language}`,
    reason: attemptId,
  });
}

export function passwordChangedMail(to: Addressee, appUrl: string, sessionId: string): Mail {
  return write(to, { key: "passwordChanged", url: `${appUrl}/log-in?lng=${to.language}`, reason: sessionId });
}

function write(to: Addressee, { key, url, reason }: AccountMail): Mail {
  const t = getServerT(to.language);
  const words = (part: string) => t(`auth:emails.${key}.${part}`, { minutes: TOKEN_MINUTES });
  const { text, html } = layoutMail({
    language: to.language,
    title: words("subject"),
    paragraphs: [words("body"), words("otherwise")],
    action: { label: words("action"), url },
    footer: [t("auth:emails.footer")],
  });
  return { to: to.email, subject: words("subject"), text, html, idempotencyKey: `${key}/${reason}` };
}
