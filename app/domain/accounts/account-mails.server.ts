import { formatDateTime } from "~/i18n/format-date";
import { getServerT } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { placeName } from "~/i18n/place-name";
import type { Mail } from "~/lib/mail";
import { layoutMail } from "~/lib/mail-layout";
import type { Device } from "./device.server";
import { TOKEN_MINUTES, UNDO_DAYS } from "./email-token.server";

type Addressee = { email: string; language: Language };

/**
 * The mails about an account. None of them repeats what a visitor typed: anybody
 * can type anybody's email, and our sender must not carry their words.
 */
type AccountMail = {
  key:
    | "verifyEmail"
    | "alreadyRegistered"
    | "passwordChanged"
    | "resetPassword"
    | "changeEmail"
    | "emailInUse"
    | "emailChanged"
    | "emailMoved"
    | "newDevice";
  url: string;
  /** Why this one mail exists: a repeated attempt to send it is delivered once. */
  reason: string;
  values?: Record<string, string>;
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

/** A link to choose a new password with. */
export function resetPasswordMail(to: Addressee, appUrl: string, token: string, tokenId: string): Mail {
  const url = `${appUrl}/new-password?token=${token}&lng=${to.language}`;
  return write(to, { key: "resetPassword", url, reason: tokenId });
}

/** To the new email, which the account gets once the link is opened. */
export function changeEmailMail(to: Addressee, appUrl: string, token: string, tokenId: string): Mail {
  const url = `${appUrl}/confirm-email?token=${token}&lng=${to.language}`;
  return write(to, { key: "changeEmail", url, reason: tokenId });
}

/** To an email that somebody wants to move an account to, and that has one already. */
export function emailInUseMail(to: Addressee, appUrl: string, attemptId: string): Mail {
  return write(to, { key: "emailInUse", url: `${appUrl}/log-in?lng=${to.language}`, reason: attemptId });
}

/** To the old email, with the way back. */
export function emailChangedMail(to: Addressee, appUrl: string, token: string, tokenId: string): Mail {
  const url = `${appUrl}/undo-email?token=${token}&lng=${to.language}`;
  return write(to, { key: "emailChanged", url, reason: tokenId });
}

/** To the new email, once the account has it. */
export function emailMovedMail(to: Addressee, appUrl: string, changeId: string): Mail {
  return write(to, { key: "emailMoved", url: `${appUrl}/log-in?lng=${to.language}`, reason: changeId });
}

type NewSession = {
  sessionId: string;
  at: Date;
  ip: string | null;
  city: string | null;
  country: string | null;
  device: Device;
};

/** To a user whose account was entered from a browser or place that they had not used. */
export function newDeviceMail(to: Addressee, appUrl: string, session: NewSession): Mail {
  const t = getServerT(to.language);
  const { browser, system } = session.device;
  const unknown = t("account:sessions.unknown");
  return write(to, {
    key: "newDevice",
    url: `${appUrl}/forgot-password?lng=${to.language}`,
    reason: session.sessionId,
    values: {
      browser: browser ?? unknown,
      system: system ?? unknown,
      place: placeName(session, to.language) ?? unknown,
      ip: session.ip ?? unknown,
      time: `${formatDateTime(session.at, "UTC", to.language)} UTC`,
    },
  });
}

function write(to: Addressee, { key, url, reason, values }: AccountMail): Mail {
  const t = getServerT(to.language);
  const words = (part: string) =>
    t(`auth:emails.${key}.${part}`, { minutes: TOKEN_MINUTES, days: UNDO_DAYS, ...values });
  const { text, html } = layoutMail({
    language: to.language,
    title: words("subject"),
    paragraphs: [words("body"), words("otherwise")],
    action: { label: words("action"), url },
    footer: [t("auth:emails.footer")],
  });
  return { to: to.email, subject: words("subject"), text, html, idempotencyKey: `${key}/${reason}` };
}
