import fc from "fast-check";
import { expect, test } from "vitest";
import { mappingSchema } from "./mapping.schema";
import { mappingByNames } from "./read-by-names";
import { suggestMapping } from "./suggest-mapping";

const ZONE = "Asia/Kuala_Lumpur";

function pathsOf(body: unknown): Record<string, string> {
  const { fields } = suggestMapping(body, ZONE);
  return Object.fromEntries(
    Object.entries(fields).map(([target, rule]) => [target, rule?.paths[0]?.join(".") ?? ""]),
  );
}

test("names in English and Malay, however they are written, suggest what a field is", () => {
  expect(
    pathsOf({ orderId: 7, grandTotal: 5, customer: { fullName: "Siti", emailAddress: "s@example.com" } }),
  ).toEqual({
    id: "orderId",
    total: "grandTotal",
    name: "customer.fullName",
    email: "customer.emailAddress",
  });
  expect(
    pathsOf({
      "No Pesanan": 7,
      Jumlah: 5,
      nama: "Siti",
      "no-tel": "012",
      Status: "Berjaya",
      poskod: "43000",
    }),
  ).toEqual({
    id: "No Pesanan",
    number: "No Pesanan",
    total: "Jumlah",
    name: "nama",
    phone: "no-tel",
    status: "Status",
    postcode: "poskod",
  });
});

test("an id, a status or a total inside of somebody else is not the order's", () => {
  const body = {
    customer: { id: 1, status: "active", total: 900 },
    order: { id: 2, status: "paid", total: 5 },
  };
  expect(pathsOf(body)).toMatchObject({ id: "order.id", status: "order.status", total: "order.total" });
});

test("a name in two parts is both of them", () => {
  const { fields } = suggestMapping({ no: "A-1", buyer: { last: "binti Omar", first: "Siti" } }, ZONE);
  expect(fields.name?.paths).toEqual([
    ["buyer", "first"],
    ["buyer", "last"],
  ]);
  expect(fields.id?.paths).toEqual([["no"]]);
});

test("a product's name is not the buyer's", () => {
  expect(pathsOf({ product: { name: "Sambal" }, id: 7 }).name).toBeUndefined();
});

test("the list that is named as one of items, with the fields of a line", () => {
  const body = {
    tags: ["a"],
    logs: [{ name: "x" }],
    data: { line_items: [{ title: "Sambal", qty: 2, unit_price: "5", code: "S" }] },
  };
  expect(suggestMapping(body, ZONE).items).toEqual({
    path: ["data", "line_items"],
    fields: { name: ["title"], sku: ["code"], quantity: ["qty"], price: ["unit_price"] },
  });
});

test("a body is read by names only where they leave no doubt", () => {
  const order = { order_id: 7, status: "paid", total: 5, email: "s@example.com" };
  expect(mappingByNames(order)).not.toBeNull();
  for (const name of Object.keys(order)) expect(mappingByNames({ ...order, [name]: null })).toBeNull();
  expect(mappingByNames({ ...order, status: 1 })).toBeNull();
});

test("what is suggested for any body has the form of a mapping", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const body = { order_id: 7, other: value };
      expect(mappingSchema.safeParse(suggestMapping(body, ZONE)).success).toBe(true);
      suggestMapping(value, ZONE);
      mappingByNames(value);
    }),
  );
});
