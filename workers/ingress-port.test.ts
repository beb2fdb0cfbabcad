import { env } from "cloudflare:workers";
import { neon } from "@neondatabase/serverless";
import { expect, inject, test } from "vitest";
import { configOf } from "./config";
import { ingressPort } from "./ingress-port";

const sql = neon(inject("ownerDatabaseUrl"));
const { databaseUrl } = configOf(env);
const somewhere = () => `https://${crypto.randomUUID()}.example.com`;
const NOW = new Date("2001-02-03T04:30:00Z");

test("the state of the ingress is asked of the database once a minute, however often the page is loaded", async () => {
  const read = ingressPort({ databaseUrl, appUrl: somewhere() });
  await sql.query("SELECT tell_ingress_pulse(now(), 1)");
  const first = await read(NOW);
  expect(first).toMatchObject({ received: 0, failed: 0, lagMs: null });
  await sql.query("SELECT tell_ingress_pulse(now() + interval '1 second', 99)");
  expect(await read(NOW)).toEqual(first);
  const elsewhere = ingressPort({ databaseUrl, appUrl: somewhere() });
  expect((await elsewhere(NOW))?.sweptAt).not.toBe(first?.sweptAt);
});

test("without a database there is an answer too: none", async () => {
  const read = ingressPort({ databaseUrl: "postgresql://nobody:none@127.0.0.1:1/none", appUrl: somewhere() });
  expect(await read(NOW)).toBeNull();
  expect(await read(NOW)).toBeNull();
});
