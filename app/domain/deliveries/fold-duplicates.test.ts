import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldDuplicates } from "./fold-duplicates";

const row = (id: string, dedupeKey: string, outcome = "applied", connectionId = "a") => ({
  id,
  dedupeKey,
  outcome,
  connectionId,
});

describe("repetitions in the log", () => {
  test("stand under the delivery they repeat, in its place", () => {
    const rows = [row("3", "k", "duplicate"), row("2", "other"), row("1", "k")];
    const folded = foldDuplicates(rows);
    expect(folded.map((one) => one.id)).toEqual(["2", "1"]);
    expect(folded[1]?.repeats.map((one) => one.id)).toEqual(["3"]);
  });

  test("stand under their own newest when the first one is on another page", () => {
    const folded = foldDuplicates([row("3", "k", "duplicate"), row("2", "k", "duplicate")]);
    expect(folded.map((one) => [one.id, one.repeats.length])).toEqual([["3", 1]]);
  });

  test("of another connection are not ours", () => {
    expect(foldDuplicates([row("2", "k", "duplicate", "b"), row("1", "k")])).toHaveLength(2);
  });

  test("are neither lost nor doubled, whatever the order", () => {
    const rows = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        dedupeKey: fc.constantFrom("k", "l", "m"),
        outcome: fc.constantFrom("applied", "duplicate", "failed"),
        connectionId: fc.constantFrom("a", "b"),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const shown = foldDuplicates(given).flatMap((one) => [one.id, ...one.repeats.map(({ id }) => id)]);
        expect(shown.sort()).toEqual(given.map(({ id }) => id).sort());
      }),
    );
  });
});
