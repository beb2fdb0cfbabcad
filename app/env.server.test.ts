import { describe, expect, test } from "vitest";
import { readConfig } from "./env.server";

const KEY = Buffer.alloc(32, 1).toString("base64");
const good = {
  ENVIRONMENT: "development",
  APP_URL: "http://localhost:5173/",
  DATABASE_URL: "postgresql://orucrm_app:app@127.0.0.1:5432/orucrm",
  SESSION_JWT_KEYS: `1:${KEY}`,
  ENCRYPTION_KEYS: `1:${KEY}`,
  HOOK_URL_KEY: KEY,
  MAIL_PROVIDER: "mailbox",
};
const production = { ...good, ENVIRONMENT: "production", APP_URL: "https://app.example.com" };

describe("the configuration", () => {
  test("reads what development sets, and leaves no slash at the end of the origin", () => {
    expect(readConfig(good)).toMatchObject({ isProduction: false, appUrl: "http://localhost:5173" });
  });

  test("names every variable that is missing or wrong, and never a value", () => {
    const read = () =>
      readConfig({ ...good, DATABASE_URL: undefined, ENCRYPTION_KEYS: "1:secret-but-short" });
    expect(read).toThrow(/DATABASE_URL.*ENCRYPTION_KEYS|ENCRYPTION_KEYS.*DATABASE_URL/);
    expect(read).not.toThrow("secret-but-short");
  });

  test("[3.2c] refuses plain http in production", () => {
    expect(() => readConfig({ ...production, APP_URL: "http://app.example.com" })).toThrow("https");
  });

  test("refuses a mailbox on screen in production, and Resend without its key", () => {
    expect(() => readConfig(production)).toThrow("MAIL_PROVIDER");
    expect(() => readConfig({ ...production, MAIL_PROVIDER: "resend" })).toThrow("RESEND_API_KEY");
    const resend = readConfig({ ...production, MAIL_PROVIDER: "resend", RESEND_API_KEY: "re_1" });
    expect(resend.mail).toMatchObject({ provider: "resend", apiKey: "re_1" });
  });
});
