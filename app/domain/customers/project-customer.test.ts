import { describe, expect, test } from "vitest";
import { person } from "../../../tests/factories/canonical";
import type { IdentityKind } from "./identity-key";
import { shopFacts } from "./profile-facts";
import { projectCustomer } from "./project-customer";

const known = (kind: IdentityKind, value: string, given: Parameters<typeof person>[0] = {}, at = "1") => ({
  kind,
  namespace: "",
  value,
  profile: shopFacts(person(given), { at, hash: "" }),
});

describe("projectCustomer", () => {
  test("shows the newest facts, and finds by every contact", () => {
    const columns = projectCustomer(
      [
        known("platform", "7", { name: "Ali", email: "Ali@Example.com", phone: "012-345 6789" }),
        known("email", "ali@example.com"),
        known("email", "old@example.com", { name: "Ali A", email: "old@example.com" }, "0"),
      ],
      {},
    );
    expect(columns).toMatchObject({
      name: "Ali",
      sortName: "ali",
      email: "ali@example.com",
      phone: "+60123456789",
      phoneRaw: "012-345 6789",
      searchText: " ali | ali@example.com old@example.com 60123456789 0123456789 ",
    });
  });

  test.each([
    [known("email", "b@example.com"), "b@example.com"],
    [known("phone", "+60123456789"), "+60123456789"],
    [known("platform", "7"), "7"],
  ])("always has something to be sorted by", (identity, sortName) => {
    expect(projectCustomer([identity], {}).sortName).toBe(sortName);
    expect(projectCustomer([], {}).sortName).toBe("");
  });

  test("cuts what folding makes too long for an index", () => {
    const { sortName } = projectCustomer(
      [known("email", "a@example.com", { name: "\ufdfa".repeat(400) })],
      {},
    );
    expect(sortName.length).toBeLessThanOrEqual(200);
  });

  test("keeps a phone as typed that is no number", () => {
    expect(projectCustomer([known("email", "a@example.com", { phone: "tiada" })], {})).toMatchObject({
      phone: null,
      phoneRaw: "tiada",
    });
  });
});
