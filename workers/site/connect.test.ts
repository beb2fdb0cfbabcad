import { neon } from "@neondatabase/serverless";
import { expect, inject, test } from "vitest";
import { openHttp } from "~/db/client";
import { HANDOVER_PATH, refuseForeignWrite } from "~/http/same-origin";
import { sha256Hex } from "~/lib/sha256-hex";
import { createConnectedShop } from "../../tests/factories/connected-shop";
import { answerHandover } from "./answer-handover";
import { answerReturn } from "./answer-return";

const sql = neon(inject("ownerDatabaseUrl"));
const run = (statement: string, values: unknown[] = []) => sql.query(statement, values);
const APP = "https://app.orucrm.com";

const brought = (state: string) => ({
  ...{ key_id: 1, user_id: state, key_permissions: "read_write" },
  ...{ consumer_key: "ck_1234567890", consumer_secret: "cs_1234567890" },
});

/** As a shop's server does it: from no page of ours. */
function bring(body: unknown, { method = "POST", allowed = true } = {}): Promise<Response> {
  const request = new Request(`${APP}${HANDOVER_PATH}`, {
    method,
    headers: { "Content-Type": "application/json;charset=UTF-8" },
    ...(method === "POST" ? { body: JSON.stringify(body) } : {}),
  });
  expect(refuseForeignWrite(request)).toBeNull();
  const limits = { take: async () => ({ allowed, retryAfterSeconds: 60 }), forget: async () => undefined };
  return answerHandover(request, {
    accounts: { db: openHttp(inject("databaseUrl")), newId: () => crypto.randomUUID(), ports: { limits } },
    keyring: { current: 1, keys: new Map([[1, new Uint8Array(32).fill(7)]]) },
    now: () => new Date(),
    ip: "203.0.113.7",
  });
}

/** A connection whose shop's owner is asked. */
async function asked(state: string) {
  const shop = await createConnectedShop(run, { externalId: "kedai.example.com" });
  const userId = crypto.randomUUID();
  await run(
    `INSERT INTO users (id, email, name, password_hash, password_scheme, email_verified_at, adult_confirmed_at,
       policy_version, policy_accepted_at) VALUES ($1, $2, 'Aina', 'none', 1, now(), now(), '1', now())`,
    [userId, `${userId}@example.com`],
  );
  await run("INSERT INTO memberships (org_id, user_id, role) VALUES ($1, $2, 'admin')", [shop.orgId, userId]);
  await run(
    `INSERT INTO connection_handovers (org_id, connection_id, kind, state_hash, user_id, session_id, account, expires_at)
     VALUES ($1, $2, 'woocommerce', $3, $4, $4, 'https://kedai.example.com', now() + interval '5 minutes')`,
    [shop.orgId, shop.connectionId, await sha256Hex(state), userId],
  );
  return shop;
}

test("a shop's keys are taken once, with 200", async () => {
  const state = crypto.randomUUID();
  const { connectionId } = await asked(state);
  expect((await bring(brought(state))).status).toBe(200);
  expect((await bring(brought(state))).status).toBe(404);
  const kept = await run("SELECT account, scopes FROM connection_credentials WHERE connection_id = $1", [
    connectionId,
  ]);
  expect(kept).toEqual([{ account: "https://kedai.example.com", scopes: ["read", "write"] }]);
});

test.each([
  ["a state that nobody gave out", 404, brought("guessed"), {}],
  ["no keys", 400, { user_id: "x" }, {}],
  ["more than keys are long", 413, { ...brought("x"), more: "x".repeat(5000) }, {}],
  ["too many attempts", 429, brought("x"), { allowed: false }],
  ["a look at the address", 405, null, { method: "GET" }],
])("%s is answered with %i, after which the shop takes the keys back", async (_, status, body, change) => {
  expect((await bring(body, change)).status).toBe(status);
});

test("a browser from Shopify is sent on to the connection that its state names, with all it brings", () => {
  const id = "0190a000-0000-7000-8000-000000000000";
  const state = `kedai-sari.${id}.${"a".repeat(43)}`;
  const answer = answerReturn(new Request(`${APP}/connect/shopify?code=c&hmac=h&state=${state}`));
  expect(answer.headers.get("Location")).toBe(
    `/o/kedai-sari/connections/${id}/connect?code=c&hmac=h&state=${state}`,
  );
});

test.each(["", "state=//evil.example.com", "state=..%2F..%2Fevil.a.b"])(
  "a return with '%s' leads to no other place",
  (query) => {
    const answer = answerReturn(new Request(`${APP}/connect/shopify?${query}`));
    expect(answer.headers.get("Location")).toBe("/o");
  },
);
