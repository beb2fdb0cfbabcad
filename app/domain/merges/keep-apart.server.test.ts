import { beforeEach, describe, expect, test } from "vitest";
import { snapshotOrg } from "../../../tests/e2e/support/org-snapshot";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { decideLater, keepApart } from "./keep-apart.server";
import { listMerges } from "./merge-ledger-queries.server";
import { getMergePair } from "./merge-pair-queries.server";

const database = await createTestDatabase();
const { owner } = database;

let member: TestMember;
let oneId: string;
let otherId: string;
beforeEach(async () => {
  member = await createMember(database);
  [oneId, otherId] = [
    await createCustomer(database, member.orgId, { email: `a@${member.slug}.my` }),
    await createCustomer(database, member.orgId, { email: `b@${member.slug}.my` }),
  ];
});

const states = async () =>
  (await owner.query("SELECT state FROM duplicate_suggestions WHERE org_id = $1", [member.orgId])).rows.map(
    ({ state }) => state,
  );
const verdicts = async () =>
  (await owner.query("SELECT verdict FROM identity_decisions WHERE org_id = $1", [member.orgId])).rows.map(
    ({ verdict }) => verdict,
  );
const ctx = (who = member) => who.context("customers.merge");

describe("a decision about two customers", () => {
  test("that they differ dismisses the pair and holds their identities apart", async () => {
    await keepApart(ctx(), { oneId, otherId });
    expect([await states(), await verdicts()]).toEqual([["dismissed"], ["apart", "apart"]]);
    await keepApart(ctx(), { oneId: otherId, otherId: oneId });
    expect([await states(), await verdicts()]).toEqual([["dismissed"], ["apart", "apart"]]);
  });

  test("that is put off stands under later, whether or not they were suggested, and undoes no other", async () => {
    await decideLater(ctx(), { oneId, otherId });
    expect(await states()).toEqual(["later"]);
    await keepApart(ctx(), { oneId, otherId });
    await decideLater(ctx(), { oneId, otherId });
    expect(await states()).toEqual(["dismissed"]);
  });

  test("is not made from another organization, nor about one customer", async () => {
    const stranger = await createMember(database);
    const before = await snapshotOrg(owner, member.orgId);
    const gone = { messageKey: "duplicates:refused.gone" };
    await expect(keepApart(ctx(stranger), { oneId, otherId })).rejects.toMatchObject(gone);
    await expect(decideLater(ctx(stranger), { oneId, otherId })).rejects.toMatchObject(gone);
    const theirs = await createCustomer(database, stranger.orgId);
    await expect(keepApart(ctx(stranger), { oneId, otherId: theirs })).rejects.toMatchObject(gone);
    const notFound = { code: "not_found" };
    await expect(keepApart(ctx(), { oneId, otherId: oneId })).rejects.toMatchObject(notFound);
    expect(await snapshotOrg(owner, member.orgId)).toEqual(before);
  });
});

test("two customers side by side, and what was merged into one, are not there for another organization", async () => {
  const stranger = await createMember(database);
  const pair = await getMergePair(ctx(), { one: oneId, other: otherId });
  expect([pair.survivor.id, pair.absorbed.id]).toEqual([oneId, otherId]);
  await expect(getMergePair(ctx(stranger), { one: oneId, other: otherId })).rejects.toMatchObject({
    code: "not_found",
  });
  await owner.query(
    `INSERT INTO customer_merges (org_id, id, survivor_id, absorbed_id, survivor_identity_id, absorbed_identity_id,
       merged_at, merged_by)
     SELECT $1, gen_random_uuid(), $2, $3, gen_random_uuid(), gen_random_uuid(), now(), $4`,
    [member.orgId, oneId, otherId, member.userId],
  );
  const merges = (who: TestMember) => listMerges(who.context("customers.view"), { customerId: oneId });
  expect(await merges(member)).toMatchObject([{ mergedBy: "Aina", isLatest: true }]);
  expect(await merges(stranger)).toEqual([]);
});
