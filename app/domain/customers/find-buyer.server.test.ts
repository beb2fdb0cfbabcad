import { expect, test } from "vitest";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { findBuyer } from "./find-buyer.server";

const database = await createTestDatabase();

test("a buyer is a listed customer of the organization; what is no id is nobody", async () => {
  const [member, stranger] = [await createMember(database), await createMember(database)];
  const ctx = () => member.context("customers.view");
  const id = await createCustomer(database, member.orgId, { name: "Siti" });
  const trashed = await createCustomer(database, member.orgId, { deletedAt: "2026-11-01T00:00:00Z" });
  const foreign = await createCustomer(database, stranger.orgId);
  expect(await findBuyer(ctx(), id)).toEqual({ id, name: "Siti" });
  for (const other of [null, "", "no id", trashed, foreign]) expect(await findBuyer(ctx(), other)).toBeNull();
});
