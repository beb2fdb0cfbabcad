import { expect, test } from "vitest";
import type { ListQuery } from "../filters/list-query.schema";
import { requireSeen } from "./selected-page.server";

const params = (change: Partial<ListQuery>): ListQuery => ({
  ...{ q: "", filter: null, sort: "lastOrder", order: "desc" },
  ...change,
});
const byEmail = params({
  filter: { v: 1, match: "all", rules: [{ field: "email", op: "is", value: "a@b.my" }] },
});
const matching = (query: ListQuery) => ({ kind: "matching", params: query, count: 1 }) as const;

test("who does not see contacts selects nobody by them, and everything by what is seen", () => {
  const select = (role: "analyst" | "manager", query: ListQuery) => () =>
    requireSeen({ noun: "customer", selection: matching(query), role });
  expect(select("analyst", byEmail)).toThrow(expect.objectContaining({ code: "forbidden" }));
  expect(select("analyst", params({ sort: "email" }))).toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
  expect(select("manager", byEmail)).not.toThrow();
  expect(select("analyst", params({}))).not.toThrow();
});
