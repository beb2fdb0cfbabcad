import { describe, expect, test } from "vitest";
import { sha256Hex } from "~/lib/sha256-hex";
import { hashedTextOf, readHistory, textsOf } from "./policy-history";
import { findAnnounced, policyStateOf } from "./policy-state";
import { ANNOUNCED_DAYS_AHEAD, POLICY_VERSIONS, type PolicyVersion } from "./policy-versions";
import { PROMISES } from "./promises";

const FIRST = { version: "2026-01-01", announcedOn: "2026-01-01", hash: "", changes: [] };
const SECOND: PolicyVersion = {
  version: "2026-06-15",
  announcedOn: "2026-06-01",
  hash: "",
  changes: [
    { id: "1.1a", was: { en: "We keep your name.", ms: "Kami menyimpan nama anda." } },
    { id: "1.1b", was: null },
  ],
};
const TWO = [FIRST, SECOND] as const;
const NOW_WORDS = [
  { id: "1.1a", en: "We keep your name and email.", ms: "Kami menyimpan nama dan e-mel anda." },
  { id: "1.1b", en: "Passwords are hashed.", ms: "Kata laluan dicincang." },
];
const at = (day: string) => new Date(`${day}T12:00:00Z`);

describe("[11.1] the versions of the policy", () => {
  test("each belongs to its words: others under the same version are refused", async () => {
    for (const { version, hash } of POLICY_VERSIONS)
      expect([version, await sha256Hex(hashedTextOf(textsOf(version)))]).toEqual([version, hash]);
  });

  test("one changed letter, in either language, gives another hash", async () => {
    const [first, ...rest] = PROMISES;
    const hashOf = (one: { id: string; en: string; ms: string }) =>
      sha256Hex(hashedTextOf(new Map([one, ...rest].map((promise) => [promise.id, promise]))));
    const hashes = [
      await hashOf(first),
      await hashOf({ ...first, en: `${first.en} ` }),
      await hashOf({ ...first, ms: first.ms.toLowerCase() }),
    ];
    expect(new Set(hashes).size).toBe(3);
    expect(hashes[0]).toBe(POLICY_VERSIONS.at(-1)?.hash);
  });

  test("come in order, each announced long enough before it is in force", () => {
    const [, ...later] = POLICY_VERSIONS;
    const ordered = POLICY_VERSIONS.map(({ version }) => version);
    expect(ordered.toSorted()).toEqual(ordered);
    for (const { version, announcedOn } of later) {
      const days = (at(version).getTime() - at(announcedOn).getTime()) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(ANNOUNCED_DAYS_AHEAD);
    }
  });

  test("earlier words can be read back from what later versions replaced", () => {
    expect([...textsOf("2026-01-01", TWO, NOW_WORDS).values()]).toEqual([
      { id: "1.1a", en: "We keep your name.", ms: "Kami menyimpan nama anda." },
    ]);
    expect([...textsOf("2026-06-15", TWO, NOW_WORDS).values()]).toEqual(NOW_WORDS);
    expect(() => textsOf("2020-01-01", TWO, NOW_WORDS)).toThrow("no version 2020-01-01");
  });

  test("are shown newest first with every word that changed", () => {
    const [newest, oldest] = readHistory("en", TWO, NOW_WORDS);
    expect(newest?.changed).toEqual([
      {
        id: "1.1a",
        runs: [
          { kind: "same", text: "We keep your" },
          { kind: "removed", text: "name." },
          { kind: "added", text: "name and email." },
        ],
      },
      { id: "1.1b", runs: [{ kind: "added", text: "Passwords are hashed." }] },
    ]);
    expect(oldest).toMatchObject({ version: "2026-01-01", changed: [] });
  });
});

describe("[11.1] where a user stands", () => {
  const stateAt = (day: string, accepted: string) => policyStateOf(accepted, at(day), TWO);

  test("is told ahead, and asked from the day it is in force", () => {
    expect(stateAt("2026-05-31", "2026-01-01")).toEqual({ kind: "accepted" });
    expect(stateAt("2026-06-01", "2026-01-01")).toEqual({ kind: "announced", version: "2026-06-15" });
    expect(stateAt("2026-06-14", "2026-01-01")).toEqual({ kind: "announced", version: "2026-06-15" });
    expect(stateAt("2026-06-15", "2026-01-01")).toEqual({ kind: "due", version: "2026-06-15" });
    expect(stateAt("2027-01-01", "2026-06-15")).toEqual({ kind: "accepted" });
  });

  test("is asked for the newest words only, however many versions were missed", () => {
    const third = { ...SECOND, version: "2026-09-01", announcedOn: "2026-08-01", changes: [] };
    expect(policyStateOf("2026-01-01", at("2026-08-10"), [...TWO, third])).toEqual({
      kind: "due",
      version: "2026-09-01",
    });
  });

  test("mails go out from the announcement until the version is in force", () => {
    const announcedAt = (day: string) => findAnnounced(at(day), TWO)?.version ?? null;
    expect(announcedAt("2026-05-31")).toBeNull();
    expect(announcedAt("2026-06-01")).toBe("2026-06-15");
    expect(announcedAt("2026-06-15")).toBe("2026-06-15");
    expect(announcedAt("2026-06-16")).toBeNull();
  });
});
