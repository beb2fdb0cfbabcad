import { describe, expect, test } from "vitest";
import { CUSTOM_MAPPING, customBody } from "~/connectors/generic/fixtures/order-body";
import { applyInput, receivedFrom } from "../../../tests/factories/deliveries";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { createConnection } from "../connections/create-connection.server";
import { applyDeliveries } from "../deliveries/apply-deliveries.server";
import { replayDelivery } from "../deliveries/replay-delivery.server";
import { getMapping } from "./get-mapping.server";
import { saveMapping } from "./save-mapping.server";

const database = await createTestDatabase();
const aina = await createMember(database, { name: "Aina" });
const stranger = await createMember(database, { name: "Boon" });

const manage = (member: TestMember = aina) => member.context("connections.manage");

async function connect(platform: "generic" | "theboss" | "woocommerce" = "generic"): Promise<string> {
  const proof = platform === "woocommerce" ? undefined : ({ kind: "token", header: "x-token" } as const);
  const input = { platform, name: `Kedai ${platform}`, shopAddress: null, proof };
  return (await createConnection(manage(), input)).connectionId;
}

async function rowOf(connectionId: string) {
  const { rows } = await database.owner.query("SELECT * FROM connections WHERE id = $1", [connectionId]);
  return rows[0];
}

/** Applies a body as the inbox of the connection would hand it on, with what that inbox was told last. */
async function deliver(connectionId: string, body: unknown) {
  const { shop_id: shopId } = await rowOf(connectionId);
  const config = aina.configs.findLast((one) => one.connectionId === connectionId);
  const platform = config?.platform ?? "generic";
  const delivery = receivedFrom(platform, body, { topic: "unmapped", subject: null });
  const input = applyInput(database, { orgId: aina.orgId, shopId, connectionId }, [delivery], platform);
  const connection = { ...input.connection, ...(config?.settings && { settings: config.settings }) };
  const [applied] = await applyDeliveries({ ...input, connection });
  return { id: delivery.id, ...applied };
}

const save = (connectionId: string, basedOn = 0, mapping = CUSTOM_MAPPING) =>
  saveMapping(manage(), { connectionId, basedOn, mapping });

const orderOf = async (externalId: string) => {
  const { rows } = await database.owner.query(
    `SELECT o.number, o.status, o.total_minor, o.currency, c.name, i.name AS item, d.subject, d.topic
     FROM orders o JOIN customers c ON c.org_id = o.org_id AND c.id = o.customer_id
     LEFT JOIN order_items i ON i.org_id = o.org_id AND i.order_id = o.id AND i.external_id = 'line-1'
     LEFT JOIN deliveries d ON d.org_id = o.org_id AND d.subject = 'order:' || o.external_id
     WHERE o.org_id = $1 AND o.external_id = $2`,
    [aina.orgId, externalId],
  );
  return rows;
};

describe("a custom webhook", () => {
  test("[1.3g] keeps what arrives until its fields are mapped; then it becomes orders and customers", async () => {
    const id = await connect();
    const waiting = await deliver(id, customBody());
    expect(waiting).toMatchObject({ outcome: "needs_attention", reason: "needs_mapping" });
    expect(await getMapping(manage(), { connectionId: id })).toMatchObject({ parked: 1, version: 0 });

    await save(id);
    const replayed = await replayDelivery(aina.context("deliveries.replay"), { deliveryId: waiting.id });
    expect(replayed).toMatchObject({ outcome: "applied" });
    expect(await orderOf("KSR/2026/0042")).toEqual([
      {
        number: "KSR/2026/0042",
        status: "paid",
        total_minor: "111750",
        currency: "MYR",
        name: "Nur Aisyah binti Rahman",
        item: "Sambal Garing",
        // The inbox could not know it: the mapping came later.
        subject: "order:KSR/2026/0042",
        topic: "order.updated",
      },
    ]);
    expect(await getMapping(manage(), { connectionId: id })).toMatchObject({ parked: 0, version: 1 });

    expect(await deliver(id, customBody({ no: "KSR/2026/0099" }))).toMatchObject({ outcome: "applied" });
    expect(await orderOf("KSR/2026/0099")).toHaveLength(1);
  });

  test("is offered what the names of its newest delivery suggest", async () => {
    const id = await connect();
    expect(await getMapping(manage(), { connectionId: id })).toMatchObject({ mapping: null, samples: [] });
    await deliver(id, { order_id: 7, status: 1, total: "5.00", emel: "siti@example.com" });
    const { mapping, samples } = await getMapping(manage(), { connectionId: id });
    expect(mapping).toMatchObject({
      fields: { id: { paths: [["order_id"]] }, email: { paths: [["emel"]] } },
      statuses: { "1": "paid" },
      reading: { zone: "Asia/Kuala_Lumpur" },
    });
    expect(samples).toMatchObject([{ outcome: "needs_attention", text: expect.stringContaining("siti@") }]);
  });
});

test("[1.3e] an order of TheBoss whose fields have clear names is applied before anybody maps them", async () => {
  const id = await connect("theboss");
  const order = { order_id: 90_210, status: "paid", total_amount: "117.00", email: "aisyah@example.com" };
  expect(await deliver(id, order)).toMatchObject({ outcome: "applied" });
  expect(await orderOf("90210")).toMatchObject([{ status: "paid", total_minor: "11700" }]);
  expect(await deliver(id, { ...order, order_id: 90_211, status: 7 })).toMatchObject({
    outcome: "needs_attention",
    reason: "needs_mapping",
  });
  const mapped = {
    ...CUSTOM_MAPPING,
    fields: { id: { paths: [["order_id"]], constant: null } },
    items: null,
  };
  await save(id, 0, mapped);
  expect(await deliver(id, { order_id: 90_212 })).toMatchObject({ outcome: "applied" });
});

describe("saving a mapping", () => {
  test("tells the inbox, keeps a version and writes the act", async () => {
    const id = await connect();
    expect(await save(id)).toEqual({ version: 1 });
    const next = { ...CUSTOM_MAPPING, ignoredEvents: ["stock"] };
    expect(await save(id, 1, next)).toEqual({ version: 2 });
    expect(aina.configs.at(-1)).toMatchObject({
      connectionId: id,
      settings: { proof: { kind: "token", header: "x-token" }, mapping: next },
    });
    const { versions, mapping } = await getMapping(manage(), { connectionId: id });
    expect(mapping).toEqual(next);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(versions.at(-1)?.mapping).toEqual(CUSTOM_MAPPING);
    const { rows } = await database.owner.query(
      "SELECT facts FROM audit_log WHERE subject_id = $1 AND action = 'connection.mapped' ORDER BY seq",
      [id],
    );
    expect(rows.map(({ facts }) => facts.version)).toEqual([1, 2]);
  });

  test("refuses who began from a version that is no longer in force, also of two at the same moment", async () => {
    const id = await connect();
    const both = await Promise.allSettled([save(id), save(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(save(id)).rejects.toMatchObject({ code: "conflict" });
    expect((await getMapping(manage(), { connectionId: id })).version).toBe(1);
  });

  test("is nothing for a platform that says itself what its fields mean", async () => {
    const id = await connect("woocommerce");
    await expect(save(id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getMapping(manage(), { connectionId: id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("of another organization is refused, and the row untouched", async () => {
    const id = await connect();
    const before = await rowOf(id);
    const foreign = saveMapping(manage(stranger), { connectionId: id, basedOn: 0, mapping: CUSTOM_MAPPING });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    await expect(getMapping(manage(stranger), { connectionId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await rowOf(id)).toEqual(before);
  });
});
