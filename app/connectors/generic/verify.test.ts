import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { toBytes } from "../fixtures/platform-cases";
import type { ProofSettings } from "./proof-settings";
import { proofHeadersOf, proofSettingsSchema } from "./proof-settings";
import { verify } from "./verify";

const NOW = 1_750_030_100_000;
const BODY =
  '{"id":727,"status":"processing","total":"29.35","billing":{"first_name":"Aïsyah","phone":"012-345 6789"}}';
const SECRET = "orucrm-test-secret";

function check(
  proof: ProofSettings,
  headers: Record<string, string>,
  more: { secret?: string; address?: string[]; now?: number } = {},
) {
  const { secret = SECRET, address, now = NOW } = more;
  const settings = { proof, mapping: null, mappingVersion: 0 };
  return verify({ headers, rawBody: toBytes(BODY), secrets: [secret], address, settings, now });
}

test("a secret address lets in who knows it", async () => {
  const proof = { kind: "address" } as const;
  expect(await check(proof, {}, { address: [SECRET] })).toBe("ok");
  for (const address of [undefined, [], [""], [`${SECRET}x`]])
    expect(await check(proof, {}, { address })).toBe("refused");
});

test("a token stands in the chosen header, by itself or after Bearer", async () => {
  const proof = { kind: "token", header: "authorization" } as const;
  for (const authorization of [SECRET, `Bearer ${SECRET}`, `bearer ${SECRET}`]) {
    expect(await check(proof, { authorization })).toBe("ok");
  }
  expect(await check(proof, { authorization: "Bearer lain" })).toBe("refused");
  expect(await check(proof, { "x-token": SECRET })).toBe("refused");
});

describe("an HMAC", () => {
  const algorithms = ["sha1", "sha256", "sha512"] as const;
  const kinds = algorithms.flatMap((algorithm) =>
    (["hex", "base64"] as const).flatMap((encoding) =>
      (["", "sha256="] as const).map((prefix) => ({ algorithm, encoding, prefix })),
    ),
  );

  test.each(kinds)(
    "of $algorithm in $encoding after “$prefix” is what another implementation makes",
    async (kind) => {
      const proof = { kind: "hmac", header: "signature", signed: "body", ...kind } as const;
      const genuine = kind.prefix + createHmac(kind.algorithm, SECRET).update(BODY).digest(kind.encoding);
      expect(await check(proof, { signature: genuine })).toBe("ok");
      const forged = createHmac(kind.algorithm, "lain").update(BODY).digest(kind.encoding);
      for (const signature of [kind.prefix + forged, `x${genuine}`, genuine.slice(0, -2), ""]) {
        expect(await check(proof, { signature })).toBe("refused");
      }
      expect(await check(proof, { signature: genuine }, { secret: "" })).toBe("refused");
    },
  );

  test("of the documented vectors is genuine", async () => {
    const usual = { kind: "hmac", algorithm: "sha256", signed: "body" } as const;
    const hex = "2171fc3c7d84d8faf4f7c8ab0bcea5fd8e72f11b3f012491af5038c8a5f4a1d4";
    const inHex = { ...usual, header: "x-hub-signature-256", encoding: "hex", prefix: "sha256=" } as const;
    expect(await check(inHex, { "x-hub-signature-256": `sha256=${hex}` })).toBe("ok");
    expect(await check(inHex, { "x-hub-signature-256": `sha256=${hex.toUpperCase()}` })).toBe("ok");
    const inBase64 = { ...usual, header: "x-signature", encoding: "base64", prefix: "" } as const;
    expect(await check(inBase64, { "x-signature": "IXH8PH2E2Pr098irC86l/Y5y8Rs/ASSRr1A4yKX0odQ=" })).toBe(
      "ok",
    );
  });

  test("over a timestamp counts for five minutes", async () => {
    const proof: ProofSettings = {
      kind: "hmac",
      header: "x-signature",
      algorithm: "sha256",
      encoding: "hex",
      prefix: "",
      signed: "timestamp_body",
      timestampHeader: "x-timestamp",
    };
    const headers = {
      "x-timestamp": "1750030073",
      "x-signature": "5ca64a00b281f2611c62cf7bd95f4e1c5c530c0d9286ed8f16e1db16e0f0ac5d",
    };
    const secret = "whsec_test_orucrm";
    expect(await check(proof, headers, { secret })).toBe("ok");
    expect(await check(proof, headers, { secret, now: NOW + 300_000 })).toBe("refused");
    expect(await check(proof, { ...headers, "x-timestamp": "1750030074" }, { secret })).toBe("refused");
    expect(await check(proof, { "x-signature": headers["x-signature"] }, { secret })).toBe("refused");
  });
});

test("HTTP Basic takes the user name with the secret for a password", async () => {
  const proof = { kind: "basic", username: "kedai" } as const;
  const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
  expect(await check(proof, { authorization: basic(`kedai:${SECRET}`) })).toBe("ok");
  for (const text of [`lain:${SECRET}`, "kedai:", "kedai", ""]) {
    expect(await check(proof, { authorization: basic(text) })).toBe("refused");
  }
  expect(await check(proof, { authorization: basic("kedai:") }, { secret: "" })).toBe("refused");
});

describe("Standard Webhooks", () => {
  const proof = { kind: "standard" } as const;
  const secret = "whsec_b3J1Y3JtLXRlc3Qtc2VjcmV0LTI0Ynl0";
  const headers = {
    "webhook-id": "msg_test_1",
    "webhook-timestamp": "1750030073",
    "webhook-signature": "v1,y9PppK0sqWsxeVuDbpEOH5OME2yk8714OdptexhYfQM=",
  };

  test("takes the documented vector, alone or among others, with and without the secret's prefix", async () => {
    expect(await check(proof, headers, { secret })).toBe("ok");
    expect(await check(proof, headers, { secret: secret.slice("whsec_".length) })).toBe("ok");
    const listed = { ...headers, "webhook-signature": `v1a,AAAA v1,BBBB ${headers["webhook-signature"]}` };
    expect(await check(proof, listed, { secret })).toBe("ok");
  });

  test.each([
    ["another id", { "webhook-id": "msg_test_2" }, NOW],
    [
      "another version of signature",
      { "webhook-signature": headers["webhook-signature"].replace("v1,", "v2,") },
      NOW,
    ],
    ["no signature", { "webhook-signature": "" }, NOW],
    ["a time of words", { "webhook-timestamp": "semalam" }, NOW],
    ["an age of six minutes", {}, 1_750_030_073_000 + 360_000],
    ["a time six minutes ahead", {}, 1_750_030_073_000 - 360_000],
  ])("refuses %s", async (_name, change, now) => {
    expect(await check(proof, { ...headers, ...change }, { secret, now })).toBe("refused");
  });

  test("refuses a secret that is no base64", async () => {
    expect(await check(proof, headers, { secret: "whsec_???" })).toBe("refused");
    expect(await check(proof, headers, { secret: "whsec_" })).toBe("refused");
  });
});

test("without a choice nothing is genuine", async () => {
  const headers = { authorization: SECRET, "x-signature": SECRET };
  expect(await verify({ headers, rawBody: toBytes(BODY), secrets: [SECRET], address: [SECRET] })).toBe(
    "refused",
  );
});

test.each(["Cookie", "host", "content-type", "CF-Connecting-IP", "", "a b", "x:y", "é"])(
  "%s is no header for a proof",
  (header) => {
    expect(proofSettingsSchema.safeParse({ kind: "token", header }).success).toBe(false);
  },
);

test("a signed timestamp needs its header, and both are read", () => {
  const usual = { kind: "hmac", header: "X-Signature", algorithm: "sha256", encoding: "hex" };
  const signed = { ...usual, signed: "timestamp_body" };
  expect(proofSettingsSchema.safeParse(signed).success).toBe(false);
  const proof = proofSettingsSchema.parse({ ...signed, timestampHeader: "X-Time" });
  expect(proofHeadersOf(proof)).toEqual(["x-signature", "x-time"]);
  expect(proofHeadersOf(proofSettingsSchema.parse({ ...usual, signed: "body" }))).toEqual(["x-signature"]);
});
