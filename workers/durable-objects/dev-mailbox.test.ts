import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { Mail } from "~/lib/mail";
import { DevMailbox } from "./dev-mailbox";

const mail = (key: string): Mail => ({
  to: "aisyah@example.com",
  subject: `Subject ${key}`,
  text: "text",
  html: "<p>html</p>",
  idempotencyKey: key,
});

function mailbox(name: string) {
  return env.DEV_MAILBOX.getByName(name);
}

describe("development mailbox", () => {
  test("shows mails newest first, each once per key", async () => {
    const box = mailbox("order");
    await box.keep(mail("a"), new Date("2026-11-23T00:00:00Z"));
    await box.keep(mail("b"));
    await box.keep(mail("a"));
    const kept = await box.list();
    expect(kept.map((one) => one.idempotencyKey)).toEqual(["b", "a"]);
    expect(kept[1]).toMatchObject({ ...mail("a"), sentAt: "2026-11-23T00:00:00.000Z" });
  });

  test("keeps the last hundred", async () => {
    const box = mailbox("many");
    for (let i = 0; i < 105; i++) await box.keep(mail(`m${i}`));
    const kept = await box.list();
    expect(kept).toHaveLength(100);
    expect(kept.at(-1)?.idempotencyKey).toBe("m5");
  });

  test("refuses to hold or show mail where real mail is sent", async () => {
    await runInDurableObject(mailbox("production"), (_object, state) => {
      const live = new DevMailbox(state, { ...env, MAIL_PROVIDER: "resend" });
      expect(() => live.keep(mail("a"))).toThrow("no mailbox");
      expect(() => live.list()).toThrow("no mailbox");
    });
  });
});
