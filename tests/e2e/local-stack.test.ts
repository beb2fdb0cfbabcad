import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { findFreePort } from "../../dev/free-port";
import { PROJECT, placeOf } from "../../dev/local/place";

const port = await findFreePort();
const place = placeOf(port);
const env = { ...process.env, PORT: String(port) };
/** How long a first start may take while other tests keep the machine busy. */
const START_LIMIT_MS = 180_000;
let stack: ChildProcess;
let exitCode: number | null | undefined;
let printed = "";

beforeAll(async () => {
  stack = spawn(process.execPath, ["dev/start.mjs"], {
    cwd: PROJECT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const output of [stack.stdout, stack.stderr]) output?.on("data", (text) => (printed += text));
  stack.once("close", (code) => {
    exitCode = code;
  });
  while (!printed.includes("Ctrl-C ends it")) {
    if (exitCode !== undefined) throw new Error(`The stack ended with ${exitCode}: ${printed}`);
    await sleep(100);
  }
}, START_LIMIT_MS);

afterAll(async () => {
  if (exitCode === undefined) stack.kill("SIGTERM");
  while (exitCode === undefined) await sleep(50);
  rmSync(place.folder, { recursive: true, force: true });
});

const command = (file: string) =>
  spawnSync("tsx", [`dev/commands/${file}`], { cwd: PROJECT, env, encoding: "utf8" });

const infoSchema = z.object({
  url: z.string(),
  email: z.email(),
  password: z.string().min(8),
  organization: z.string().min(1),
  databaseUrl: z.string(),
  connections: z.array(
    z.object({
      platform: z.string(),
      webhookUrl: z.url(),
      secret: z.string().min(1),
      header: z.string().min(1),
    }),
  ),
});

test("the one block names where to go, how to log in, the mail and the order to send", () => {
  const { email, password } = infoSchema.parse(JSON.parse(command("demo-info.ts").stdout));
  for (const text of [
    `http://localhost:${port}`,
    email,
    password,
    "/dev/mailbox",
    "npm run demo:order",
    "curl ",
  ]) {
    expect(printed).toContain(text);
  }
});

test("the app and its database answer", async () => {
  expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  const { databaseUrl, connections } = infoSchema.parse(JSON.parse(command("demo-info.ts").stdout));
  expect(connections.map(({ platform }) => platform).sort()).toEqual(
    expect.arrayContaining(["shopify", "woocommerce"]),
  );
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const found = await client.query(
    "SELECT to_regclass('orders') IS NOT NULL AND to_regclass('customers') IS NOT NULL AS both",
  );
  await client.end();
  expect(found.rows).toEqual([{ both: true }]);
});

test("a demo order is accepted and becomes one more order", async () => {
  const { databaseUrl } = infoSchema.parse(JSON.parse(command("demo-info.ts").stdout));
  const client = new pg.Client({ connectionString: databaseUrl });
  // The next test ends the server; a client that a failure left open must not end the run.
  client.on("error", () => undefined);
  await client.connect();
  const count = async () => (await client.query("SELECT count(*)::int AS n FROM orders")).rows[0]?.n;
  const before = await count();
  const sent = command("demo-order.ts");
  expect(sent.stderr).toBe("");
  // How soon is measured by the bench; here a slow machine is no failure.
  const giveUpAt = Date.now() + 20_000;
  while ((await count()) === before && Date.now() < giveUpAt) await sleep(50);
  expect(await count()).toBe(before + 1);
  await client.end();
});

test("a second start says that one runs, and where", () => {
  const second = spawnSync(process.execPath, ["dev/start.mjs"], { cwd: PROJECT, env, encoding: "utf8" });
  expect(second.stdout).toContain(`already runs at http://localhost:${port}`);
  expect(second.status).toBe(0);
});

test("ending it ends all that it started, and the commands say that it does not run", async () => {
  stack.kill("SIGINT");
  while (exitCode === undefined) await sleep(50);
  expect(exitCode).toBe(0);
  expect(await findFreePort(port)).toBe(port);
  const info = command("demo-info.ts");
  expect(info.status).toBe(1);
  expect(info.stderr).toMatch(/Start it with "npm run dev"/);
});
