import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { logIn } from "~/domain/accounts/log-in.server";
import { createConnection } from "~/domain/connections/create-connection.server";
import { pushInboxConfigs } from "~/domain/connections/push-inbox-configs.server";
import { resealSecrets } from "~/domain/connections/reseal-secrets.server";
import { revealSecret } from "~/domain/connections/reveal-secret.server";
import { secretPlace } from "~/domain/connections/secret-place";
import type { InboxConfig } from "~/domain/context";
import { logInByFactor } from "~/domain/factors/log-in-by-factor.server";
import { resealTotpSecrets } from "~/domain/factors/reseal-totp-secrets.server";
import { requestSession } from "~/http/session.server";
import { type Keyring, parseKeyring } from "~/lib/keyring";
import { open, seal } from "~/lib/sealed-box";
import { codeAt, createFactorsContext, startAccount, switchTotpOn } from "./factories/factors-context";
import { createMember, type TestMember } from "./factories/org-context";
import { createTestDatabase } from "./setup/database";

const key = (version: number) => `${version}:${Buffer.alloc(32, version).toString("base64")}`;
/** The keys of each deployment, as an operator sets them one after the other. */
const DEPLOYMENTS = [key(1), `${key(1)},${key(2)}:reads`, `${key(1)},${key(2)}`, key(2)].map(parseKeyring);
const [FIRST, KNOWN, BOTH, SECOND] = DEPLOYMENTS as [Keyring, Keyring, Keyring, Keyring];

const database = await createTestDatabase();
const db = openHttp(database.url);
const ORIGIN = "https://app.orucrm.com";
const NOON = new Date("2026-03-02T04:00:10Z");

describe("[3.2d] keys are changed while people work", () => {
  test("isolates with the lists of two steps at once take each other's sessions and secrets", async () => {
    for (const [step, before] of DEPLOYMENTS.slice(0, -1).entries()) {
      const after = DEPLOYMENTS[step + 1] as Keyring;
      for (const [writer, reader] of [
        [before, after],
        [after, before],
      ] as [Keyring, Keyring][]) {
        expect(await sessionPasses(writer, reader)).toBe(true);
        const place = secretPlace(randomUUID(), randomUUID(), randomUUID());
        expect(await open(reader, await seal(writer, "secret", place), place)).toBe("secret");
      }
    }
  });

  test("a step that is left out would refuse sessions of an isolate that is ahead", async () => {
    expect(await sessionPasses(BOTH, FIRST)).toBe(false);
  });

  test("every session counts until the key that signed it leaves", async () => {
    const cookies: { by: number; cookie: string }[] = [];
    for (const keyring of DEPLOYMENTS) {
      cookies.push({ by: keyring.current, cookie: await startSession(keyring) });
      for (const { by, cookie } of cookies)
        expect((await visit(keyring, cookie).read()) !== null).toBe(keyring.keys.has(by));
    }
  });

  test("an authenticator app's codes open the account at every moment", async () => {
    let clock = NOON;
    const as = (keyring: Keyring) => createFactorsContext(database.url, { keyring, now: () => clock });
    const account = await startAccount(as(FIRST), `${randomUUID()}@kedai.my`);
    const { secret } = await switchTotpOn(as(FIRST), account.session.sessionId);
    const enter = async (keyring: Keyring) => {
      clock = new Date(clock.getTime() + 60_000);
      const ctx = as(keyring);
      const outcome = await logIn(ctx, { email: account.email, password: account.password });
      if (outcome.outcome !== "second-step") throw new Error("no second step");
      const first = { ...outcome, token: randomUUID() };
      const session = await logInByFactor(ctx, first, { method: "code", code: codeAt(secret, clock) });
      await ctx.settle();
      return session.userId;
    };
    expect(await enter(FIRST)).toBe(account.session.userId);
    expect(await enter(KNOWN)).toBe(account.session.userId);
    expect(await enter(BOTH)).toBe(account.session.userId);
    const moved = await resealTotpSecrets({ db, keyring: BOTH, batchSize: 10, maxBatches: 10 });
    expect(moved).toMatchObject({ isComplete: true, unreadable: 0 });
    expect(await enter(BOTH)).toBe(account.session.userId);
    expect(await enter(SECOND)).toBe(account.session.userId);
  });

  test("a shop's secret can be read, and its inbox checks signatures, at every moment", async () => {
    const member = await createMember(database);
    const inbox = new Map<string, InboxConfig>();
    const connectionId = await connect(member, FIRST, "Before");
    const secret = (await reveal(member, FIRST, connectionId)).secret;
    const push = () =>
      pushInboxConfigs({
        db,
        limit: 50,
        inboxes: { configure: async (config) => void inbox.set(config.connectionId, config) },
      });
    const isReady = async (keyring: Keyring) => {
      // What was told when the connection was made; later news come through the outbox.
      for (const config of member.configs.splice(0)) inbox.set(config.connectionId, config);
      await push();
      const [kept] = inbox.get(connectionId)?.secrets ?? [];
      if (!kept) throw new Error("the inbox has no secret");
      const place = secretPlace(member.orgId, connectionId, kept.id);
      return [await open(keyring, kept.sealed, place), (await reveal(member, keyring, connectionId)).secret];
    };
    expect(await isReady(FIRST)).toEqual([secret, secret]);
    expect(await isReady(KNOWN)).toEqual([secret, secret]);
    expect(await isReady(BOTH)).toEqual([secret, secret]);
    await connect(member, BOTH, "Amid");
    expect(await resealSecrets({ db, keyring: BOTH, batchSize: 1, maxBatches: 50 })).toMatchObject({
      isComplete: true,
      unreadable: 0,
    });
    expect(await isReady(BOTH)).toEqual([secret, secret]);
    expect(await isReady(SECOND)).toEqual([secret, secret]);
  });
});

const visit = (keyring: Keyring, cookie: string) =>
  requestSession(
    new Request(ORIGIN, { headers: { Cookie: cookie } }),
    { keyring, appOrigin: ORIGIN },
    () => NOON,
  );

/** The cookie of a session that an isolate with these keys starts. */
async function startSession(keyring: Keyring): Promise<string> {
  const expiresAt = new Date(NOON.getTime() + 3_600_000);
  const session = { sessionId: randomUUID(), userId: randomUUID(), expiresAt };
  return (await visit(keyring, "").commit(session)).split(";", 1)[0] ?? "";
}

const sessionPasses = async (writer: Keyring, reader: Keyring) =>
  (await visit(reader, await startSession(writer)).read()) !== null;

const manage = (member: TestMember, keyring: Keyring) => member.context("connections.manage", { keyring });

async function connect(member: TestMember, keyring: Keyring, name: string): Promise<string> {
  const input = { platform: "woocommerce" as const, name, shopAddress: null };
  return (await createConnection(manage(member, keyring), input)).connectionId;
}

const reveal = (member: TestMember, keyring: Keyring, connectionId: string) =>
  revealSecret(manage(member, keyring), { connectionId });
