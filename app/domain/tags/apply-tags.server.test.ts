import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { inOrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createTag } from "../../../tests/factories/field-rows";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { applyTags, removeTags, type TagRow } from "./apply-tags.server";
import { ensureTags, namedTag } from "./ensure-tags.server";

const database = await createTestDatabase();
const { owner } = database;
const { orgId } = await createMember(database);
const STAMP = { source: "person", actorId: null, at: "2026-11-23T00:00:00.000Z" } as const;

const apply = (rows: TagRow[], org = orgId) =>
  inOrgTransaction(database.url, org, async (tx) => (await tx.execute(applyTags(rows, STAMP))).rows);
const remove = (rows: TagRow[], org = orgId) =>
  inOrgTransaction(database.url, org, async (tx) => (await tx.execute(removeTags(rows))).rows);

async function wrongCounts(): Promise<unknown[]> {
  const { rows } = await owner.query(
    `SELECT t.name, t.customers_count, real.n FROM tags t CROSS JOIN LATERAL (
       SELECT count(*)::int AS n FROM customer_tags ct JOIN customers c ON c.org_id = ct.org_id AND c.id = ct.customer_id
       WHERE ct.org_id = t.org_id AND ct.tag_id = t.id AND c.deleted_at IS NULL) real
     WHERE t.customers_count <> real.n`,
  );
  return rows;
}

describe("tagging", () => {
  test("tells who did not have the tag before, and counts each customer once", async () => {
    const tagId = await createTag(database, orgId, "VIP");
    const [a, b] = [await createCustomer(database, orgId), await createCustomer(database, orgId)];
    expect(await apply([{ customerId: a, tagId }])).toEqual([{ customerId: a, tagId }]);
    expect(
      await apply([
        { customerId: a, tagId },
        { customerId: b, tagId },
        { customerId: b, tagId },
      ]),
    ).toEqual([{ customerId: b, tagId }]);
    expect(await remove([{ customerId: a, tagId }])).toEqual([{ customerId: a, tagId }]);
    expect((await owner.query("SELECT customers_count FROM tags WHERE id = $1", [tagId])).rows).toEqual([
      { customers_count: 1 },
    ]);
  });

  test("leaves customers and tags of another organization alone", async () => {
    const other = await createMember(database);
    const tagId = await createTag(database, orgId, "Ours");
    const customerId = await createCustomer(database, orgId);
    await apply([{ customerId, tagId }]);
    const theirs = await createTag(database, other.orgId, "Theirs");
    expect(await apply([{ customerId, tagId }], other.orgId)).toEqual([]);
    expect(await apply([{ customerId, tagId: theirs }], other.orgId)).toEqual([]);
    expect(await remove([{ customerId, tagId }], other.orgId)).toEqual([]);
    expect(await wrongCounts()).toEqual([]);
  });

  test("counts stay right whatever happens to customers and tags, in any order", async () => {
    const tags = await Promise.all(["p", "q", "r"].map((name) => createTag(database, orgId, name)));
    const people = await Promise.all([0, 1, 2, 3].map(() => createCustomer(database, orgId)));
    const act = fc.record({
      kind: fc.constantFrom("tag", "untag", "trash", "restore", "purge", "drop tag"),
      customer: fc.nat(3),
      tag: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        for (const { kind, customer, tag } of acts) {
          const row = { customerId: people[customer] ?? "", tagId: tags[tag] ?? "" };
          if (kind === "tag") await apply(tags.map((tagId) => ({ ...row, tagId })));
          else if (kind === "untag") await remove([row]);
          else if (kind === "trash") await setTrashed(row.customerId, true);
          else if (kind === "restore") await setTrashed(row.customerId, false);
          else if (kind === "purge") {
            await owner.query("DELETE FROM customers WHERE id = $1", [row.customerId]);
            people[customer] = await createCustomer(database, orgId);
          } else {
            await owner.query("DELETE FROM tags WHERE id = $1", [row.tagId]);
            tags[tag] = await createTag(database, orgId, `t${uuidv7()}`);
          }
        }
        expect(await wrongCounts()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

const setTrashed = (id: string, isTrashed: boolean) =>
  owner.query("UPDATE customers SET deleted_at = CASE WHEN $2 THEN now() END WHERE id = $1", [id, isTrashed]);

describe("tags named by a file", () => {
  test("are made once, whatever their case", async () => {
    const ensure = (names: string[]) =>
      inOrgTransaction(database.url, orgId, async (tx) =>
        readRows(namedTag, await tx.execute(ensureTags(names, uuidv7))),
      );
    const made = await ensure(["Borong", "BORONG", "Ejen"]);
    expect(made.map(({ folded, isNew }) => [folded, isNew]).sort()).toEqual([
      ["borong", true],
      ["ejen", true],
    ]);
    const again = await ensure(["borong", "Baru"]);
    expect(again.find(({ folded }) => folded === "borong")).toEqual({
      ...made.find(({ folded }) => folded === "borong"),
      isNew: false,
    });
  });

  test("are left out where there is no room for more, and those that are there are named", async () => {
    const { orgId: full } = await createMember(database);
    await owner.query(
      `INSERT INTO tags (org_id, id, name, folded, colour)
       SELECT $1, gen_random_uuid(), 'Tag ' || i, 'tag ' || i, 'red' FROM generate_series(1, 499) i`,
      [full],
    );
    const named = await inOrgTransaction(database.url, full, async (tx) =>
      readRows(namedTag, await tx.execute(ensureTags(["Tag 1", "A", "B"], uuidv7))),
    );
    expect(named.map(({ folded }) => folded).sort()).toEqual(["a", "tag 1"]);
  });
});
