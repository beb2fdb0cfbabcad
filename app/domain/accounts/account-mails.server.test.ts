import { describe, expect, test } from "vitest";
import { LANGUAGES } from "~/i18n/languages";
import {
  alreadyRegisteredMail,
  changeEmailMail,
  emailChangedMail,
  emailInUseMail,
  emailMovedMail,
  newDeviceMail,
  passwordChangedMail,
  resetPasswordMail,
  verifyEmailMail,
} from "./account-mails.server";

const app = "https://app.orucrm.com";
const token = "A".repeat(43);

describe.each(LANGUAGES)("mails about an account (%s)", (language) => {
  const to = { email: "aisyah@kedaikopi.my", language };
  const mails = [
    verifyEmailMail(to, app, token, "t1"),
    alreadyRegisteredMail(to, app, "t1"),
    passwordChangedMail(to, app, "s1"),
    resetPasswordMail(to, app, token, "t1"),
    changeEmailMail(to, app, token, "t1"),
    emailInUseMail(to, app, "t1"),
    emailChangedMail(to, app, token, "t1"),
    emailMovedMail(to, app, "t1"),
    newDeviceMail(to, app, {
      sessionId: "s1",
      at: new Date("2026-11-23T07:05:00Z"),
      ip: null,
      city: null,
      country: null,
      device: { browser: null, system: null, kind: "other" },
    }),
  ];
  const withToken = ["verifyEmail", "resetPassword", "changeEmail", "emailChanged"];

  test("have all their words, as text and as HTML", () => {
    for (const mail of mails) {
      expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/emails\.|\{\{|undefined/);
      expect(mail.text).toContain("privacy@orucrm.com");
      expect(mail.html).toContain(`<html lang="${language}">`);
    }
  });

  test("lead to our own site, in the same language", () => {
    for (const mail of mails) {
      const [link = ""] = /https?:\/\/\S+/.exec(mail.text) ?? [];
      expect(new URL(link).origin).toBe(app);
      expect(new URL(link).searchParams.get("lng")).toBe(language);
    }
  });

  test("hold the token only where its link is to be opened", () => {
    const holding = mails.filter((mail) => mail.text.includes(token));
    expect(holding.map((mail) => mail.idempotencyKey?.split("/")[0])).toEqual(withToken);
  });
});

test("mails differ by their reason, so that each is delivered once", () => {
  const to = { email: "aisyah@kedaikopi.my", language: "en" as const };
  const key = (id: string) => verifyEmailMail(to, app, token, id).idempotencyKey;
  expect(key("t1")).toBe(key("t1"));
  expect(key("t1")).not.toBe(key("t2"));
});
