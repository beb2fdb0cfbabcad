import { beforeEach, describe, expect, test } from "vitest";
import { POLICY_VERSION } from "~/domain/accounts/privacy-policy";
import { writeUnsubscribeToken } from "~/domain/notifications/unsubscribe-token";
import { parseKeyring } from "~/lib/keyring";
import { APP_KEYS, startBuiltApp } from "../../setup/built-app";
import { type AppMember, joinApp } from "../support/app-member";

const app = await startBuiltApp();
const { owner } = app.database;
let member: AppMember;

beforeEach(async () => {
  member = await joinApp(app);
});

describe("[11.1] somebody who accepted an older policy", () => {
  beforeEach(() =>
    owner.query("UPDATE users SET policy_version = '2020-01-01' WHERE id = $1", [member.userId]),
  );

  test("is led to the new one from every page, but may take their data and go", async () => {
    const base = `/o/${member.slug}`;
    const leadsTo = async (path: string) => (await member.ask(base + path)).headers.get("Location");
    for (const path of ["", "/customers", "/orders", "/notifications"])
      expect([path, await leadsTo(path)]).toEqual([path, `${base}/policy`]);
    for (const path of ["/policy", "/settings", "/settings/profile", "/settings/data"])
      expect([path, await leadsTo(path), (await member.ask(base + path)).status]).toEqual([path, null, 200]);
  });

  test("goes on once it is accepted", async () => {
    const answer = await member.submit(`/o/${member.slug}/policy`, { version: POLICY_VERSION });
    expect(answer.headers.get("Location")).toBe(`/o/${member.slug}`);
    expect((await member.ask(`/o/${member.slug}`)).status).toBe(200);
  });

  test("cannot accept words that are no longer the newest", async () => {
    const answer = await member.submit(`/o/${member.slug}/policy`, { version: "2020-01-01" });
    expect(answer.status).toBe(409);
    expect((await member.ask(`/o/${member.slug}`)).status).toBe(302);
  });
});

describe("[2.3c] the link of a product mail", () => {
  const wantsMail = async () => {
    const { rows } = await owner.query(
      "SELECT product_mail FROM notification_preferences WHERE user_id = $1",
      [member.userId],
    );
    return rows[0]?.product_mail ?? true;
  };
  const address = async () =>
    `${app.url}/unsubscribe?token=${await writeUnsubscribeToken(parseKeyring(APP_KEYS.ENCRYPTION_KEYS), member.userId)}`;

  test("shows without a log-in what it would do, and does nothing yet", async () => {
    const answer = await fetch(await address());
    expect([answer.status, await wantsMail()]).toEqual([200, true]);
    expect(await answer.text()).toContain("Switch product mail off");
  });

  test("is pressed by a mail program, which has no cookie and no origin (RFC 8058)", async () => {
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    const answer = await fetch(await address(), { method: "POST", body });
    expect([answer.status, await wantsMail()]).toEqual([200, false]);
    expect((await fetch(await address(), { method: "POST", body })).status).toBe(200);
  });

  test("does nothing with another token", async () => {
    const answer = await fetch(`${app.url}/unsubscribe?token=${member.userId}.1.${"A".repeat(43)}`, {
      method: "POST",
    });
    expect([answer.status, await wantsMail()]).toEqual([422, true]);
  });
});
