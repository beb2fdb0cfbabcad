import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { person } from "../../../tests/factories/canonical";
import { mergeProfiles, personFacts, shopFacts } from "./profile-facts";

const told = (given: Parameters<typeof person>[0], at: string, hash = "") =>
  shopFacts(person(given), { at, hash });

describe("profile facts", () => {
  test("keep each field's newest telling, and nothing empties a field", () => {
    const merged = mergeProfiles([
      told({ name: "Ali", phone: "012" }, "1"),
      told({ name: "Ali bin Abu" }, "2"),
    ]);
    expect(merged.name?.value).toBe("Ali bin Abu");
    expect(merged.phone?.value).toBe("012");
  });

  test("are the same whatever order they are merged in", () => {
    const facts = fc
      .record({
        name: fc.constantFrom(null, "Ali", "Siti"),
        email: fc.constantFrom(null, "a@x.my"),
        at: fc.constantFrom("1", "2"),
        hash: fc.constantFrom("x", "y"),
      })
      // Equal stamps are the same telling.
      .map(({ at, hash, ...given }) =>
        told({ ...given, name: given.name && `${given.name}${at}${hash}` }, at, hash),
      );
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 5 }), (all) => {
        const values = (profiles: typeof all) => {
          const { name, email } = mergeProfiles(profiles);
          return [name?.at, name?.hash, email?.value];
        };
        expect(values(all.toReversed())).toEqual(values(all));
        expect(values([mergeProfiles(all), ...all])).toEqual(values(all));
      }),
    );
  });

  test("that a person set are told apart", () => {
    const profile = told({ name: "Ali", company: "Kedai" }, "1");
    const name = { value: "Encik Ali", at: "1", hash: "", source: "person" as const };
    expect(personFacts({ ...profile, name })).toEqual({ name });
  });
});
