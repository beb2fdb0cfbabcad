import { encodeBase64 } from "@oslojs/encoding";
import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, test } from "vitest";
import { createEmailToken } from "~/domain/accounts/email-token.server";
import { parseKeyring } from "~/lib/keyring";
import { requestSession, SESSION_SECONDS, type SessionSettings, type SessionToken } from "./session.server";
import { createNonce, issueTicket, readTicket } from "./ticket.server";

const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const one = `1:${encodeBase64(bytes(1))}`;
const two = `2:${encodeBase64(bytes(2))}`;
const settings: SessionSettings = { keyring: parseKeyring(one), appOrigin: "https://app.orucrm.com" };
const local: SessionSettings = { ...settings, appOrigin: "http://localhost:5173" };
const start = new Date("2026-11-23T04:00:00Z");
const session: SessionToken = {
  sessionId: "019aaf00-0000-7000-8000-000000000001",
  userId: "019aaf00-0000-7000-8000-000000000002",
  expiresAt: new Date(start.getTime() + SESSION_SECONDS * 1000),
};

const later = (seconds: number) => () => new Date(start.getTime() + seconds * 1000);
const plain = new Request("https://app.orucrm.com/");

function holding(token: string, use = settings, now = later(0)) {
  const name = use.appOrigin.startsWith("https") ? "__Host-orucrm" : "orucrm-dev";
  const request = new Request("https://app.orucrm.com/", { headers: { Cookie: `a=b; ${name}=${token}` } });
  return requestSession(request, use, now).read();
}

async function issue(use = settings): Promise<string> {
  const cookie = await requestSession(plain, use, later(0)).commit(session);
  return cookie.slice(cookie.indexOf("=") + 1, cookie.indexOf(";"));
}

const seconds = start.getTime() / 1000;

/** A token that is right in everything but what the test changes; undefined leaves a part out. */
function craft(
  change: { header?: Record<string, unknown>; claims?: Record<string, unknown> },
  key = bytes(1),
) {
  const header = { alg: "HS256", typ: "orucrm-session+jwt", kid: "1", ...change.header };
  return new SignJWT({
    iss: settings.appOrigin,
    aud: "orucrm-app",
    sub: session.userId,
    sid: session.sessionId,
    iat: seconds,
    nbf: seconds,
    exp: seconds + 60,
    ...change.claims,
  })
    .setProtectedHeader(header)
    .sign(key);
}

test.each(["second-step", "passkey-log-in", "passkey-confirm"] as const)(
  "[2.2a] a ticket of the purpose %s, signed with the same key, opens no session",
  async (purpose) => {
    const ticket = { subject: session.userId, nonce: createNonce(), detail: session.sessionId };
    const signed = await issueTicket(settings, purpose, ticket, start);
    expect(await readTicket(settings, purpose, signed, start)).toEqual(ticket);
    expect(await holding(signed)).toBeNull();
    expect(await readTicket(settings, purpose, await issue(), start)).toBeNull();
  },
);

test("[2.2a] a token of a mailed link opens no session", async () => {
  expect(await holding((await createEmailToken()).token)).toBeNull();
});

describe("session token", () => {
  test("[3.3b] is a JWT that opens for eight hours and no longer", async () => {
    const token = await issue();
    expect(token.split(".")).toHaveLength(3);
    expect(await holding(token)).toEqual(session);
    expect(await holding(token, settings, later(SESSION_SECONDS - 1))).toEqual(session);
    expect(await holding(token, settings, later(SESSION_SECONDS + 6))).toBeNull();
  });

  test("[3.3b] is not stretched beyond eight hours by a later expiry", async () => {
    const token = await craft({ claims: { exp: seconds + 10 * SESSION_SECONDS } });
    expect(await holding(token)).not.toBeNull();
    expect(await holding(token, settings, later(SESSION_SECONDS + 6))).toBeNull();
  });

  test("is accepted as crafted, so that the refusals below are for their one reason", async () => {
    expect(await holding(await craft({}))).toMatchObject({ sessionId: session.sessionId });
  });

  test.each<[string, Parameters<typeof craft>[0]]>([
    ["another issuer", { claims: { iss: "https://evil.example" } }],
    ["another audience", { claims: { aud: "orucrm-api" } }],
    ["a start in the future", { claims: { nbf: seconds + 60 } }],
    ["an expiry in the past", { claims: { exp: seconds - 60 } }],
    ["no expiry", { claims: { exp: undefined } }],
    ["no session", { claims: { sid: undefined } }],
    ["a subject that is no id", { claims: { sub: "admin" } }],
    ["another type", { header: { typ: "JWT" } }],
    ["no type", { header: { typ: undefined } }],
    ["no key version", { header: { kid: undefined } }],
    ["an unknown key version", { header: { kid: "7" } }],
    ["a key version that is a path", { header: { kid: "../1" } }],
    ["a key from elsewhere", { header: { kid: "9", jku: "https://evil.example/keys" } }],
  ])("[2.2a] refuses %s", async (_name, change) => {
    expect(await holding(await craft(change))).toBeNull();
  });

  test("[2.2a] refuses another algorithm with the same key", async () => {
    const long = { ...settings, keyring: { current: 1, keys: new Map([[1, new Uint8Array(64).fill(1)]]) } };
    const key = new Uint8Array(64).fill(1);
    expect(await holding(await craft({}, key), long)).not.toBeNull();
    expect(await holding(await craft({ header: { alg: "HS512" } }, key), long)).toBeNull();
  });

  test("[2.2a] refuses the algorithm none, a foreign key, and any changed character", async () => {
    const none = new UnsecuredJWT({ sid: session.sessionId, sub: session.userId })
      .setIssuer(settings.appOrigin)
      .setAudience("orucrm-app")
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 60)
      .encode();
    expect(await holding(none)).toBeNull();
    expect(await holding(await craft({}, bytes(3)))).toBeNull();
    const token = await issue();
    for (let i = 0; i < token.length - 1; i += 7) {
      const other = token[i] === "A" ? "B" : "A";
      expect(await holding(token.slice(0, i) + other + token.slice(i + 1))).toBeNull();
    }
    for (const junk of ["", "x", "a.b.c", "..", "é"]) expect(await holding(encodeURI(junk))).toBeNull();
  });

  test("[3.2d] is read with an older key while it is listed, and refused once it is gone", async () => {
    const token = await issue();
    expect(await holding(token, { ...settings, keyring: parseKeyring(`${one},${two}`) })).toEqual(session);
    expect(await holding(token, { ...settings, keyring: parseKeyring(two) })).toBeNull();
  });

  test("is verified once per request", async () => {
    const request = new Request("https://app.orucrm.com/", {
      headers: { Cookie: `__Host-orucrm=${await issue()}` },
    });
    const reader = requestSession(request, settings, later(0));
    expect(reader.read()).toBe(reader.read());
  });
});

describe("session cookie", () => {
  test("[8.1] [3.2c] is __Host-, Secure, HttpOnly, SameSite=Lax, for the whole host, for eight hours", async () => {
    const cookie = await requestSession(plain, settings, later(0)).commit(session);
    const [pair, ...attributes] = cookie.split("; ");
    expect(pair).toMatch(/^__Host-orucrm=ey/);
    expect(attributes.sort()).toEqual(["HttpOnly", "Max-Age=28800", "Path=/", "SameSite=Lax", "Secure"]);
    expect(cookie.length).toBeLessThan(4096);
  });

  test("has another name and no Secure on plain http of the loopback only", async () => {
    const cookie = await requestSession(plain, local, later(0)).commit(session);
    expect(cookie).toMatch(/^orucrm-dev=/);
    expect(cookie).not.toContain("Secure");
    expect(await holding(await issue(local), local)).toEqual(session);
  });

  test("[3.2c] is refused for plain http anywhere else", () => {
    for (const appOrigin of ["http://app.orucrm.com", "http://192.168.1.5:8787"]) {
      expect(() => requestSession(plain, { ...settings, appOrigin })).toThrow(/https/);
    }
  });

  test("is taken away with the same attributes", () => {
    expect(requestSession(plain, settings).destroy()).toBe(
      "__Host-orucrm=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure",
    );
  });
});
