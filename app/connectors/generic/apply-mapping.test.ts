import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrderState } from "../canonical";
import { checkOutcome } from "../fixtures/check-outcome";
import { applyMapping } from "./apply-mapping";
import { CUSTOM_MAPPING, customBody } from "./fixtures/order-body";
import { identifyMapped } from "./identify";
import { type Mapping, mappingSchema } from "./mapping.schema";
import { ITEM_TARGETS, ORDER_STATUSES, TARGETS } from "./targets";

const RECEIVED_AT = "2026-11-23T08:30:00.000Z";
const at = (...path: string[]) => ({ paths: [path], constant: null });

function orderOf(body: unknown, fields: Mapping["fields"], change: Partial<Mapping> = {}): OrderState {
  const mapping = {
    ...CUSTOM_MAPPING,
    items: null,
    statuses: {},
    ...change,
    fields: { id: at("id"), ...fields },
  };
  const result = applyMapping(body, mapping, RECEIVED_AT);
  const [first] = result.outcome === "events" ? result.events : [];
  if (first?.kind !== "order.state") throw new Error(JSON.stringify(result));
  return first.order;
}

const reading = (change: Partial<Mapping["reading"]>) => ({
  reading: { ...CUSTOM_MAPPING.reading, ...change },
});

describe("an amount", () => {
  test.each([
    ["1,234.50", "decimal", 123_450],
    ["RM 1,234.50", "decimal", 123_450],
    [1234.5, "decimal", 123_450],
    ["1.234,50", "comma", 123_450],
    ["1.234", "comma", 123_400],
    [1234.5, "comma", 123_450],
    ["123450", "minor", 123_450],
    [123_450, "minor", 123_450],
    ["-12.00", "decimal", -1200],
  ] as const)("%s as %s is %i sen", (total, amounts, minor) => {
    expect(orderOf({ id: 7, total }, { total: at("total") }, reading({ amounts })).totalMinor).toBe(minor);
  });

  test("that is none keeps the delivery waiting and names the field", () => {
    const result = applyMapping(
      { id: 7, total: "percuma" },
      { ...CUSTOM_MAPPING, fields: { id: at("id"), total: at("total") } },
      RECEIVED_AT,
    );
    expect(result).toMatchObject({
      outcome: "needs_attention",
      reason: "unmappable_body",
      detail: expect.stringMatching(/^total:/),
    });
  });

  test("of another currency than the order's is none", () => {
    const fields = { id: at("id"), total: at("total"), currency: at("currency") };
    const result = applyMapping(
      { id: 7, total: "USD 5", currency: "MYR" },
      { ...CUSTOM_MAPPING, fields },
      RECEIVED_AT,
    );
    expect(result.outcome).toBe("needs_attention");
  });

  test("that nobody pointed at is what the lines come to", () => {
    const items = { path: ["cart"], fields: { name: ["n"], price: ["p"], quantity: ["q"] } };
    const body = {
      id: 7,
      cart: [
        { n: "A", p: "2.50", q: 2 },
        { n: "B", p: 1 },
      ],
      post: "8.00",
    };
    const order = orderOf(body, { shipping: at("post") }, { items });
    expect(order).toMatchObject({ totalMinor: 1400, shippingMinor: 800 });
    expect(order.items.map(({ name, quantity, totalMinor }) => [name, quantity, totalMinor])).toEqual([
      ["A", 2, 500],
      ["B", 1, 100],
    ]);
  });
});

describe("a time", () => {
  test.each([
    ["2026-11-23T15:05:00+08:00", "2026-11-23T07:05:00.000Z"],
    ["2026-11-23 15:05:09", "2026-11-23T07:05:09.000Z"],
    ["23/11/2026 3:05 PM", "2026-11-23T07:05:00.000Z"],
    ["23/11/2026 3:05 ptg", "2026-11-23T07:05:00.000Z"],
    ["23 Nov 2026, 12:05 AM", "2026-11-22T16:05:00.000Z"],
    ["23.11.2026", "2026-11-22T16:00:00.000Z"],
    ["1795417500", "2026-11-23T07:05:00.000Z"],
    [1_795_417_500_000, "2026-11-23T07:05:00.000Z"],
  ])("%s on a Malaysian clock is %s", (time, utc) => {
    expect(orderOf({ id: 7, time }, { placedAt: at("time") }).placedAt).toBe(utc);
  });

  test("is read on the chosen clock, in the chosen order", () => {
    const change = reading({ zone: "America/New_York", dates: "mdy" });
    const order = orderOf({ id: 7, time: "11/02/2026 09:00" }, { placedAt: at("time") }, change);
    expect(order.placedAt).toBe("2026-11-02T14:00:00.000Z");
  });

  test.each(["soon", "31/02/2026", "2026-11-23 25:00", "23/11/2026 10:99", "0", ""])(
    "is the moment of arrival where it says “%s”",
    (time) => {
      expect(orderOf({ id: 7, time }, { placedAt: at("time") }).placedAt).toBe(RECEIVED_AT);
    },
  );
});

describe("a status", () => {
  test.each([
    ["Berjaya", "paid"],
    ["SELESAI", "paid"],
    ["Belum bayar", "pending"],
    ["gagal", "failed"],
    ["Dibatalkan", "cancelled"],
    ["refunded", "refunded"],
    [true, "paid"],
    [false, "pending"],
    ["1", "fulfilled"],
  ] as const)("%s means %s", (status, meaning) => {
    const order = orderOf({ id: 7, status }, { status: at("status") }, { statuses: { "1": "fulfilled" } });
    expect(order.status).toBe(meaning);
  });

  test("may be the same for every delivery, and is pending where nothing says it", () => {
    expect(orderOf({ id: 7 }, { status: { paths: [], constant: "paid" } }).status).toBe("paid");
    expect(orderOf({ id: 7 }, { status: at("status") }).status).toBe("pending");
  });

  test("that names a member of objects means nothing", () => {
    for (const status of ["constructor", "__proto__", "toString", "1"]) {
      const mapping = { ...CUSTOM_MAPPING, fields: { id: at("id"), status: at("status") } };
      expect(applyMapping({ id: 7, status }, mapping, RECEIVED_AT)).toMatchObject({
        reason: "unknown_status",
      });
    }
  });
});

test("texts are joined, split, or always the same", () => {
  const body = { id: 7, first: "Nur Aisyah", last: "binti Rahman", full: "Siti Aminah binti Omar" };
  const name = (rule: Mapping["fields"]["name"]) => orderOf(body, { name: rule }).person?.name ?? null;
  expect(name({ paths: [["first"], ["last"]], constant: null })).toBe("Nur Aisyah binti Rahman");
  expect(name({ paths: [["full"]], constant: null, part: "first" })).toBe("Siti");
  expect(name({ paths: [["full"]], constant: null, part: "rest" })).toBe("Aminah binti Omar");
  expect(name({ paths: [["nobody"]], constant: "Tetamu" })).toBe("Tetamu");
});

test("JSON that stands in a form's field is read like any other", () => {
  const payload = JSON.stringify({ order: { id: "A-1" } });
  expect(orderOf({ payload }, { id: at("payload", "order", "id") }).externalId).toBe("A-1");
});

test("a list may be of texts, of one, or an object of lines", () => {
  const items = { path: ["items"], fields: { name: ["name"] } };
  const namesOf = (value: unknown) =>
    orderOf({ id: 7, items: value }, {}, { items }).items.map(({ name }) => name);
  expect(namesOf(["Sambal", "Kerepek"])).toEqual(["Sambal", "Kerepek"]);
  expect(namesOf({ a: { name: "Sambal" }, b: { name: "Kerepek" } })).toEqual(["Sambal", "Kerepek"]);
  expect(namesOf({ name: "Sambal" })).toEqual(["Sambal"]);
  expect(namesOf("Sambal")).toEqual(["Sambal"]);
  expect(namesOf(null)).toEqual([]);
  const many = Array.from({ length: 5000 }, () => ({ name: "Sambal" }));
  expect(
    applyMapping({ id: 7, items: many }, { ...CUSTOM_MAPPING, fields: { id: at("id") }, items }, RECEIVED_AT),
  ).toMatchObject({
    outcome: "needs_attention",
  });
});

test("a customer without an id of the sender's is the same for the same email", () => {
  const mapping: Mapping = {
    ...CUSTOM_MAPPING,
    record: "customer",
    fields: { email: at("email"), name: at("name") },
  };
  const tell = (email: unknown) => applyMapping({ email, name: "Siti" }, mapping, RECEIVED_AT);
  const first = tell("siti@example.com");
  expect(first).toMatchObject({
    events: [
      { kind: "customer.state", customer: { externalId: expect.stringMatching(/^contact-[0-9a-f]{32}$/) } },
    ],
  });
  expect(tell("SITI@example.com")).toMatchObject({
    events: [
      {
        customer: {
          externalId:
            first.outcome === "events" &&
            first.events[0]?.kind === "customer.state" &&
            first.events[0].customer.externalId,
        },
      },
    ],
  });
  expect(tell(null)).toMatchObject({ outcome: "needs_attention" });
});

describe("a delivery is known", () => {
  const identify = (body: unknown, day = "23", mapping: Mapping | null = CUSTOM_MAPPING, hash = "a") =>
    identifyMapped(mapping, {
      ...{ headers: {}, body, bodyHash: hash.repeat(64), receivedAt: `2026-11-${day}T08:30:00.000Z` },
    });

  test("by its record, status and time, whatever else its bytes say", () => {
    const one = identify(customBody());
    expect(one).toMatchObject({ topic: "order.updated", subject: "order:KSR/2026/0042" });
    expect(identify({ ...customBody(), nonce: 7 }, "24", CUSTOM_MAPPING, "b")).toEqual(one);
    for (const change of [{ no: "2" }, { state: "Batal" }, { diubah: "2026-11-24T00:00:00Z" }]) {
      expect(identify(customBody(change)).dedupeKey).not.toBe(one.dedupeKey);
    }
  });

  test("by its bytes within a day where it has no time or no mapping", () => {
    for (const mapping of [null, { ...CUSTOM_MAPPING, fields: { id: at("id") } }]) {
      const one = identify({ id: 7 }, "23", mapping);
      expect(identify({ id: 7 }, "23", mapping)).toEqual(one);
      expect(identify({ id: 7 }, "24", mapping).dedupeKey).not.toBe(one.dedupeKey);
      expect(identify({ id: 7 }, "23", mapping, "b").dedupeKey).not.toBe(one.dedupeKey);
    }
  });
});

describe("whatever is mapped and whatever comes", () => {
  const segment = fc.oneof(
    fc.constantFrom("a", "b", "0", "1", "__proto__", "constructor", "length"),
    fc.string({ maxLength: 8 }),
  );
  const path = fc.array(segment, { maxLength: 4 });
  const rule = fc.record({
    paths: fc.array(path, { maxLength: 4 }),
    constant: fc.option(fc.string({ maxLength: 20 })),
    part: fc.constantFrom(undefined, "first" as const, "rest" as const),
  });
  const subset = <Name extends string, Value>(names: readonly Name[], value: fc.Arbitrary<Value>) =>
    fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });
  const mappings: fc.Arbitrary<Mapping> = fc.record({
    record: fc.constantFrom("order" as const, "customer" as const),
    fields: subset(TARGETS, rule),
    items: fc.option(fc.record({ path, fields: subset(ITEM_TARGETS, path) })),
    statuses: fc.dictionary(fc.string(), fc.constantFrom(...ORDER_STATUSES)),
    ignoredEvents: fc.array(fc.string(), { maxLength: 3 }),
    reading: fc.record({
      amounts: fc.constantFrom("decimal" as const, "comma" as const, "minor" as const),
      dates: fc.constantFrom("dmy" as const, "mdy" as const),
      zone: fc.constantFrom("Asia/Kuala_Lumpur", "UTC", "America/New_York"),
    }),
  });
  const leaf = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.constantFrom("2026-11-23", "12.50", "paid"),
  );
  const { tree: bodies } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(segment, tie("tree"), { maxKeys: 4 }),
    ),
  }));

  test("it ends in an outcome with texts and amounts that can be kept, and is identified", () => {
    fc.assert(
      fc.property(mappings, bodies, (mapping, body) => {
        checkOutcome(applyMapping(body, mapping, RECEIVED_AT));
        const identity = identifyMapped(mapping, { headers: {}, body, bodyHash: "a".repeat(64) });
        expect(identity.dedupeKey.length).toBeLessThanOrEqual(200);
        expect(identity.topic).toMatch(/\S/);
      }),
      { numRuns: Number(process.env.CONNECTOR_FUZZ ?? 300) },
    );
  });

  test("a mapping that is kept reads the same again", () => {
    fc.assert(
      fc.property(mappings, (mapping) => {
        const kept = mappingSchema.safeParse(JSON.parse(JSON.stringify(mapping)));
        if (kept.success) expect(mappingSchema.parse(kept.data)).toEqual(kept.data);
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  ["without an id", { fields: {} }],
  ["of a customer nobody can tell apart", { record: "customer", fields: { name: at("name") } }],
  ["with an unknown field", { fields: { id: at("id"), colour: at("colour") } }],
  ["with a path of a hundred steps", { fields: { id: at(...Array.from({ length: 100 }, () => "a")) } }],
  ["with a zone that is none", { reading: { ...CUSTOM_MAPPING.reading, zone: "Mars/Base" } }],
  ["with a status that is none", { statuses: { siap: "done" } }],
  [
    "with a hundred words",
    { statuses: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`w${i}`, "paid"])) },
  ],
])("a mapping %s is refused", (_name, change) => {
  expect(mappingSchema.safeParse({ ...CUSTOM_MAPPING, ...change }).success).toBe(false);
});
