import { describe, expect, test } from "vitest";
import { assignCustomers } from "./assign-customers";
import type { IdentityNode } from "./identity-graph";
import { type IdentityKind, keyText } from "./identity-key";

const node = (kind: IdentityKind, value: string, day = 1): IdentityNode => ({
  kind,
  namespace: "",
  value,
  firstSeenAt: `2026-01-0${day}T00:00:00.000Z`,
  isHub: false,
});
const account = node("platform", "7");
const email = node("email", "ali@x.my");
const phone = node("phone", "+601");

function assign(clusters: IdentityNode[][], holders: [IdentityNode, string][]) {
  let made = 0;
  const assignment = assignCustomers({
    clusters,
    holders: new Map(holders.map(([key, customer]) => [keyText(key), customer])),
    newId: () => `new-${++made}`,
  });
  const customers = Object.fromEntries(
    [...assignment.customerOf].map(([key, customer]) => [key.split("|")[2], customer]),
  );
  return { ...assignment, customers };
}

describe("assignCustomers", () => {
  test("a person never seen before is a new customer", () => {
    const { customers, made } = assign([[email, phone]], []);
    expect(customers).toEqual({ "ali@x.my": "new-1", "+601": "new-1" });
    expect(made).toEqual(new Map([["new-1", null]]));
  });

  test("a guest who makes an account stays the same customer", () => {
    const { customers, mergedInto } = assign([[account, email]], [[email, "guest"]]);
    expect(customers).toEqual({ "7": "guest", "ali@x.my": "guest" });
    expect(mergedInto.size).toBe(0);
  });

  test("of two that become one the senior stays, and the other says who took over", () => {
    const { customers, mergedInto } = assign(
      [[account, email]],
      [
        [email, "guest"],
        [account, "member"],
      ],
    );
    expect(customers).toEqual({ "7": "member", "ali@x.my": "member" });
    expect(mergedInto).toEqual(new Map([["guest", "member"]]));
  });

  test("one that falls apart keeps its senior part, and the rest is a new customer that knows its origin", () => {
    const { customers, made } = assign(
      [[email], [account]],
      [
        [account, "one"],
        [email, "one"],
      ],
    );
    expect(customers).toEqual({ "7": "one", "ali@x.my": "new-1" });
    expect(made).toEqual(new Map([["new-1", "one"]]));
  });
});
