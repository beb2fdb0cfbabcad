import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkOutcome } from "./fixtures/check-outcome";
import { listPlatformFolders, loadCases } from "./fixtures/load-cases";
import { CHANGES, mutateBody } from "./fixtures/mutate-body";
import { type SentDelivery, toBytes } from "./fixtures/platform-cases";
import { RECEIVED_AT, receive } from "./fixtures/receive";
import { CONNECTORS, PLATFORMS } from "./registry";

/** `CONNECTOR_FUZZ=10000` tries as many bodies for each platform. */
const FUZZ_RUNS = Number(process.env.CONNECTOR_FUZZ ?? 100);
const FUZZ_MS = 5_000 + FUZZ_RUNS * 10;

const all = await loadCases(import.meta.dirname);

test("each folder of a platform is listed under its own name", () => {
  const listed = PLATFORMS.map((name) => CONNECTORS[name].platform);
  expect(listed).toEqual(PLATFORMS);
  expect([...listed].sort()).toEqual(listPlatformFolders(import.meta.dirname).sort());
  expect(all.map(({ connector }) => connector.platform).sort()).toEqual([...listed].sort());
});

describe.each(all.map((cases) => ({ label: cases.connector.label, cases })))("$label", ({ cases }) => {
  const { connector, secret, send, samples, vectors, forgery } = cases;
  const [sample] = samples;
  if (!sample) throw new Error(`${connector.platform} has no sample`);
  const isOptional = connector.proof === "optional_signature";

  test.each(samples)("reads $name of $topic: $outcome", async ({ topic, body, outcome, says }) => {
    const sent = await send(topic, body);
    const { verdict, identity, result } = await receive(connector, sent, [secret]);
    expect({ verdict, topic: identity?.topic, outcome: result?.outcome }).toEqual({
      verdict: "ok",
      topic,
      outcome,
    });
    expect(identity?.dedupeKey.length).toBeLessThanOrEqual(200);
    expect((await receive(connector, sent, [secret])).identity).toEqual(identity);
    if (says) expect(result?.outcome === "events" && result.events[0]).toMatchObject(says);
  });

  test("tells different samples apart", async () => {
    const sent = await Promise.all(samples.map(({ topic, body }) => send(topic, body)));
    const found = await Promise.all(sent.map((one) => receive(connector, one, [secret])));
    expect(new Set(found.map(({ identity }) => identity?.dedupeKey)).size).toBe(samples.length);
  });

  test("takes what others have proved, under their secret and no other", async () => {
    for (const vector of vectors) {
      expect(await connector.verify({ ...vector.sent, secrets: [vector.secret] })).toBe("ok");
      expect(await connector.verify({ ...vector.sent, secrets: [secret] })).toBe("refused");
    }
  });

  test("refuses another shop's secret; takes an old one beside a new one", async () => {
    const sent = await send(sample.topic, sample.body);
    expect(await connector.verify({ ...sent, secrets: ["rahsia-kedai-lain-1234"] })).toBe("refused");
    expect(await connector.verify({ ...sent, secrets: ["rahsia-baharu-123456", secret] })).toBe("ok");
  });

  test(isOptional ? "takes anything before there is a secret" : "refuses without a secret", async () => {
    const sent = await send(sample.topic, sample.body);
    for (const secrets of [[], [""]]) {
      expect(await connector.verify({ ...sent, secrets })).toBe(isOptional ? "ok" : "refused");
    }
  });

  test.runIf(forgery)("refuses what was changed after it was proved", async () => {
    const [genuine = "", forged = ""] = forgery ?? [];
    const sent = await send(sample.topic, sample.body);
    const text = new TextDecoder().decode(sent.rawBody);
    expect(text).toContain(genuine);
    const rawBody = toBytes(text.replace(genuine, forged));
    expect(await connector.verify({ ...sent, rawBody, secrets: [secret] })).toBe("refused");
  });

  test("refuses deliveries of every other platform", async () => {
    for (const other of all.filter((one) => one !== cases)) {
      const [first] = other.samples;
      const sent = first && (await other.send(first.topic, first.body));
      if (sent) expect(await connector.verify({ ...sent, secrets: [secret] })).toBe("refused");
    }
  });

  test("takes any bytes, headers, addresses and secrets without a throw, and never for genuine", async () => {
    const text = fc.string({ unit: "binary" });
    const header = fc.constantFrom("content-type", connector.signatureHeader?.toLowerCase() ?? "x-signature");
    const request = fc.record({
      headers: fc.dictionary(header, text, { noNullPrototype: true }),
      rawBody: fc.uint8Array(),
      address: fc.array(text, { maxLength: 2 }),
    });
    // Nobody guesses a secret of this length.
    const secrets = fc.array(fc.string({ unit: "binary", minLength: 16 }), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(request, secrets, async (sent, some) => {
        expect(await connector.verify({ ...sent, secrets: some })).not.toBe("ok");
      }),
    );
  });

  test(
    "ends every changed body in an outcome",
    async () => {
      const which = fc.constantFrom(...samples);
      await fc.assert(
        fc.asyncProperty(which, CHANGES, async ({ topic, body }, changes) => {
          await checkReceived(await send(topic, mutateBody(body, changes)));
        }),
        { numRuns: FUZZ_RUNS },
      );
    },
    FUZZ_MS,
  );

  test("ends any JSON under any topic in an outcome", () => {
    const topic = fc.oneof(fc.constantFrom(...connector.topics), fc.string());
    fc.assert(
      fc.property(topic, fc.jsonValue({ maxDepth: 4 }), (name, body) => {
        const identity = connector.identify({ headers: {}, body, bodyHash: "a".repeat(64) });
        expect(identity.dedupeKey.length).toBeLessThanOrEqual(200);
        checkOutcome(connector.parse({ topic: name, headers: {}, body, receivedAt: RECEIVED_AT }));
      }),
    );
  });

  test("survives bodies of a hundred thousand levels and keys that name object members", () => {
    const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    const odd: unknown = JSON.parse('{"__proto__":{"id":7},"constructor":1,"id":{"toString":1}}');
    const holding = { id: 7, line_items: deep, billing: deep, customer: deep, data: deep, sale: deep };
    for (const topic of connector.topics) {
      for (const body of [deep, odd, holding]) {
        connector.identify({ headers: {}, body, bodyHash: "a".repeat(64) });
        const result = connector.parse({ topic, headers: {}, body, receivedAt: RECEIVED_AT });
        checkOutcome(result, { isDeep: true });
      }
    }
  });

  test("has a guide of as many steps in both languages and shows the platform's own policy", () => {
    const { en, ms } = connector.guide;
    expect(en.steps.length).toBeGreaterThan(0);
    expect(ms.steps).toHaveLength(en.steps.length);
    const texts = [...en.steps, ...ms.steps].flatMap(({ title, body }) => [title, body]);
    for (const text of texts) expect(text).toMatch(/\S/);
    expect(connector.policyUrl).toMatch(/^https:\/\//);
    expect(connector.secretOrigin === "pasted" || connector.proof !== "optional_signature").toBe(true);
  });

  async function checkReceived(sent: SentDelivery) {
    const { identity, result } = await receive(connector, sent, [secret]);
    if (identity) expect(identity.dedupeKey.length).toBeLessThanOrEqual(200);
    if (result) checkOutcome(result);
  }
});
