import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeEmail } from "./email";

describe("normalizeEmail", () => {
  test.each([
    ["  Aisyah@Example.COM ", "aisyah@example.com"],
    ["siti.nur@gmail.com", "siti.nur@gmail.com"],
    ["siti+kedai@gmail.com", "siti+kedai@gmail.com"],
    ["ａｉｎ＠example．com", "ain@example.com"],
    ["\u200bain@example.com\ufeff", "ain@example.com"],
    ["o'brien@sub.example.com.my", "o'brien@sub.example.com.my"],
    ["ali@xn--80ak6aa92e.xn--p1ai", "ali@xn--80ak6aa92e.xn--p1ai"],
  ])("reads %j as %s", (raw, email) => {
    expect(normalizeEmail(raw)).toBe(email);
  });

  test("keeps the dots of two addresses apart", () => {
    expect(normalizeEmail("siti.nur@gmail.com")).not.toBe(normalizeEmail("sitinur@gmail.com"));
  });

  test.each([
    "",
    " ",
    "ain",
    "@example.com",
    "ain@",
    "ain@example",
    "ain@@example.com",
    "a in@example.com",
    "ain@exa mple.com",
    ".ain@example.com",
    "ain.@example.com",
    "a..in@example.com",
    "ain@-example.com",
    "ain@example.c",
    "ain@example.123",
    "ain@[127.0.0.1]",
    "Ain <ain@example.com>",
    "ain@example.com, ali@example.com",
    "ain@example.com\r\nBcc: ali@example.com",
    `${"a".repeat(65)}@example.com`,
    `a@${"b".repeat(64)}.com`,
    `${"a@".repeat(500_000)}`,
  ])("refuses a malformed address", (raw) => {
    expect(normalizeEmail(raw)).toBeNull();
  });

  test.each([
    "noreply@kedai.my",
    "No-Reply@kedai.my",
    "do_not_reply@kedai.my",
    "mailer-daemon@kedai.my",
    "none@none.com",
    "tiada@kedai.my",
    "walkin@kedai.local",
    "guest@kedai.invalid",
  ])("refuses %s, which names nobody", (raw) => {
    expect(normalizeEmail(raw)).toBeNull();
  });

  test("nothing is nobody", () => {
    expect(normalizeEmail(null)).toBeNull();
  });

  test("never throws, and what it answers it answers again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress(), fc.string({ unit: "binary" })), (raw) => {
        const email = normalizeEmail(raw);
        if (email !== null) expect(normalizeEmail(email)).toBe(email);
      }),
    );
  });

  test("the case of ordinary addresses never matters", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(normalizeEmail(email.toUpperCase())).toBe(normalizeEmail(email));
      }),
    );
  });
});
