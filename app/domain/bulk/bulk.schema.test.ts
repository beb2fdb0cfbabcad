import { expect, test } from "vitest";
import { parseForm } from "~/components/forms/parse-form";
import { bulkActionSchema } from "./bulk.schema";

const ID = "0190a000-0000-7000-8000-000000000000";
const ids = { kind: "ids", ids: [ID] };
const parse = (request: unknown) =>
  parseForm(new URLSearchParams({ intent: "change", request: JSON.stringify(request) }), bulkActionSchema);

test("what the selection bar sends is read", () => {
  for (const noun of ["customer", "order", "product", "subscription"]) {
    const request = { noun, act: { kind: "trash" }, selection: ids };
    expect(parse(request)).toMatchObject({ status: "success", value: { intent: "change", request } });
  }
});

test("tags and fields are the customers' alone, and a selection is never empty or boundless", () => {
  const tag = { kind: "add_tag", tagId: ID };
  expect(parse({ noun: "customer", act: tag, selection: ids }).status).toBe("success");
  for (const request of [
    { noun: "order", act: tag, selection: ids },
    { noun: "customer", act: tag, selection: { kind: "ids", ids: [] } },
    { noun: "customer", act: tag, selection: { kind: "ids", ids: Array(1001).fill(ID) } },
    { noun: "customer", act: { kind: "erase" }, selection: ids },
    "nonsense",
  ])
    expect(parse(request).status).toBe("error");
});
