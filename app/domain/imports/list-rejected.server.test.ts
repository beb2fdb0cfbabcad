import { expect, test } from "vitest";
import { bringFile, workOn } from "../../../tests/factories/imported-file";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { listRejected } from "./list-rejected.server";

const database = await createTestDatabase();
const member = await createMember(database);
const rows = [
  ["Aina", "aina@"],
  ["Borhan", "borhan@example.com"],
  ["#REF!", "chong@example.com"],
];

test("rejected rows are told with column, what was found and why, to the organization alone", async () => {
  const importId = await bringFile(member, { columns: ["name", "email"], rows, settings: { key: "email" } });
  await workOn(database, member, { importId, intent: "rehearse" });
  const pages = [];
  for await (const page of await listRejected(member.context("imports.run"), { importId }))
    pages.push(...page);
  expect(pages).toEqual([
    { row: 1, column: "email", problem: { column: 1, code: "email", found: "aina@" } },
    { row: 3, column: "name", problem: { column: 0, code: "cellError", found: "#REF!" } },
  ]);
  const other = await createMember(database);
  await expect(listRejected(other.context("imports.run"), { importId })).rejects.toThrow("not_found");
});
