import { expect, test } from "vitest";
import { listQuery } from "./list-query";

test("keeps what is set, changes what is asked, and leaves out the rest", () => {
  const kept = { q: "siti & ali", sort: undefined, shop: "a" };
  expect(listQuery(kept, { shop: null, status: "paid" })).toBe("?q=siti+%26+ali&status=paid");
  expect(listQuery({ q: "" })).toBe("?");
});
