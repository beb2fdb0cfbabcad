import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Mail } from "~/lib/mail";
import { FakeResend } from "../../../tests/mocks/resend";
import { resendMailer } from "./resend";

const mail: Mail = {
  to: "aisyah@example.com",
  subject: "Sahkan e-mel anda ✓",
  text: "Teks",
  html: "<p>Teks</p>",
  idempotencyKey: "verify-email/019aaf00",
};

describe("resend mailer", () => {
  let resend: FakeResend;
  let slept: number[];
  let send: (mail: Mail) => Promise<void>;
  let apiUrl: string;

  beforeEach(async () => {
    resend = new FakeResend();
    slept = [];
    apiUrl = await resend.start();
    const settings = { apiUrl, apiKey: "re_key", from: "OruCRM <hello@orucrm.com>" };
    const sleep = async (ms: number) => void slept.push(ms);
    send = (one) => resendMailer(settings, { sleep }).send(one);
  });
  afterEach(() => resend.stop());

  test("hands a mail over in Resend's format", async () => {
    await send(mail);
    expect(resend.accepted.get(mail.idempotencyKey)).toEqual({
      from: "OruCRM <hello@orucrm.com>",
      to: ["aisyah@example.com"],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
    });
  });

  test("tries again after the time that a busy answer names, with the same key", async () => {
    resend.planned.push({ status: 429, name: "rate_limit_exceeded", headers: { "Retry-After": "2" } });
    await send(mail);
    expect(slept).toEqual([2000]);
    expect(resend.accepted.size).toBe(1);
  });

  test("a lost answer does not make a second mail", async () => {
    resend.planned.push({ status: 200, hangUp: true });
    await send(mail);
    expect(resend.requests).toBe(2);
    expect([...resend.accepted.keys()]).toEqual([mail.idempotencyKey]);
  });

  test("gives up after three tries and says that it may work later", async () => {
    resend.planned.push({ status: 500 }, { status: 503 }, { status: 500, name: "internal_server_error" });
    await expect(send(mail)).rejects.toMatchObject({ name: "MailError", outcome: "unavailable" });
    expect(resend.requests).toBe(3);
  });

  test("does not repeat what is refused, and does not repeat the address in its error", async () => {
    resend.planned.push({ status: 403, name: "invalid_from_address" });
    const error: unknown = await send(mail).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ outcome: "refused", message: "mail refused: invalid_from_address" });
    expect(resend.requests).toBe(1);
  });

  test("says unknown when no answer came at all", async () => {
    resend.stop();
    await expect(send(mail)).rejects.toMatchObject({ outcome: "unknown" });
  });

  test("sends headers besides the usual ones", async () => {
    const headers = { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
    await send({ ...mail, headers });
    expect(resend.accepted.get(mail.idempotencyKey)?.headers).toEqual(headers);
  });

  describe.each(["Hi\r\nBcc: all@example.com", "a\u0000b", "a\nb", "a\rb"])("refuses %j", (hostile) => {
    test.each([
      ["a subject", { subject: hostile }],
      ["a recipient", { to: hostile }],
      ["an idempotency key", { idempotencyKey: hostile }],
      ["a header", { headers: { "Reply-To": hostile } }],
      ["a header's name", { headers: { [hostile]: "x" } }],
    ])("as %s", async (_where, change) => {
      await expect(send({ ...mail, ...change })).rejects.toMatchObject({ outcome: "refused" });
      expect(resend.requests).toBe(0);
    });
  });
});
