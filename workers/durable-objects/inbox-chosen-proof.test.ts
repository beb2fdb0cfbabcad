import { expect, test } from "vitest";
import { CUSTOM_MAPPING, customBody } from "~/connectors/generic/fixtures/order-body";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import type { ProofSettings } from "~/connectors/generic/proof-settings";
import { configureInbox, SECRET } from "./inbox/inbox-fixture";

const ADDRESS = "https://orucrm.example/hooks/generic/token";

async function openInbox(proof: ProofSettings, mapping: Mapping | null = null) {
  const settings = { proof, mapping, mappingVersion: mapping ? 1 : 0 };
  const { inbox } = await configureInbox({ platform: "generic", settings });
  return {
    inbox,
    async post(headers: Record<string, string>, body: unknown = customBody()) {
      const init = { method: "POST", body: JSON.stringify(body) };
      return (
        await inbox.fetch(ADDRESS, { ...init, headers: { "content-type": "application/json", ...headers } })
      ).status;
    },
    stored: async () => (await inbox.read(1, 100)).deliveries,
  };
}

test.each([
  ["authorization", `Bearer ${SECRET}`],
  ["kunci", SECRET],
  ["webhook-token", SECRET],
])("a token in the header %s is read and never kept", async (header, value) => {
  const { post, stored } = await openInbox({ kind: "token", header });
  expect(await post({ [header]: value, "x-event": "order" })).toBe(200);
  expect(await post({ [header]: "lain" })).toBe(401);
  expect(await post({})).toBe(401);
  const [delivery, ...others] = await stored();
  expect(others).toEqual([]);
  expect(delivery?.headers).toMatchObject({ "x-event": "order" });
  expect(delivery?.headers).not.toHaveProperty(header);
  expect(JSON.stringify(delivery)).not.toContain(SECRET);
});

test("HTTP Basic is read and never kept, and no other connection reads it", async () => {
  const authorization = `Basic ${btoa(`kedai:${SECRET}`)}`;
  const basic = await openInbox({ kind: "basic", username: "kedai" });
  expect(await basic.post({ authorization })).toBe(200);
  expect((await basic.stored())[0]?.headers).not.toHaveProperty("authorization");
  const token = await openInbox({ kind: "token", header: "x-token" });
  expect(await token.post({ "x-token": SECRET, authorization })).toBe(200);
  expect((await token.stored())[0]?.headers).not.toHaveProperty("authorization");
});

test("without a mapping everything that is genuine is kept, and a repetition is recognized", async () => {
  const { post, stored } = await openInbox({ kind: "token", header: "x-token" });
  for (const body of [customBody(), customBody(), { anything: true }]) {
    expect(await post({ "x-token": SECRET }, body)).toBe(200);
  }
  expect((await stored()).map(({ topic, isDuplicate }) => [topic, isDuplicate])).toEqual([
    ["unmapped", false],
    ["unmapped", true],
    ["unmapped", false],
  ]);
});

test("with a mapping a delivery is known by what it is about", async () => {
  const { post, stored, inbox } = await openInbox({ kind: "token", header: "x-token" }, CUSTOM_MAPPING);
  expect(await post({ "x-token": SECRET })).toBe(200);
  expect(await post({ "x-token": SECRET }, { ...customBody(), attempt: 2 })).toBe(200);
  expect(await stored()).toMatchObject([
    { topic: "order.updated", subject: "order:KSR/2026/0042", isDuplicate: false },
    { isDuplicate: true },
  ]);
  expect((await inbox.read(1, 100)).connection?.settings?.mapping).toEqual(CUSTOM_MAPPING);
});
