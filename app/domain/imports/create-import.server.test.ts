import { expect, test } from "vitest";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { createImport } from "./create-import.server";

const database = await createTestDatabase();

test("an organization begins a hundred imports in a day at most, also when fifty come at once", async () => {
  const member = await createMember(database);
  const begin = (name: string) =>
    createImport(member.context("imports.run"), {
      ...{ noun: "customers", fileName: `${name}.csv`, fileSize: 10, contentHash: name.padEnd(64, "x") },
      ...{ encoding: "utf-8", delimiter: ",", sheet: null, columns: ["Name"] },
    });
  for (let i = 0; i < 70; i++) await begin(`a${i}`);
  const got = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => begin(`b${i}`)));
  expect(got.filter(({ status }) => status === "fulfilled")).toHaveLength(30);
  const refused = got.filter((one) => one.status === "rejected").map(({ reason }) => reason.code);
  expect(new Set(refused)).toEqual(new Set(["too_many"]));
});
