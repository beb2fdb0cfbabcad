import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { bulkWork } from "../../../tests/factories/bulk-work";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { recountCustomers } from "../customers/recount-customers.server";
import { restoreRecord } from "../trash/restore-record.server";
import { trashRecord } from "../trash/trash-record.server";

const database = await createTestDatabase();
const { owner } = database;
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;

let admin: TestMember;
let bulk: ReturnType<typeof bulkWork>;
beforeEach(async () => {
  admin = await createMember(database);
  bulk = bulkWork(database, admin);
});

describe("a change of a few records", () => {
  test("tags customers at once, and its undoing takes the tag off those it tagged", async () => {
    const [tagId, ids] = [await bulk.createTag(), await bulk.createCustomers(3)];
    const [first = "", ...others] = ids;
    await bulk.change({ act: { kind: "add_tag", tagId }, ids: [first] });
    const made = await bulk.change({ act: { kind: "add_tag", tagId }, ids: ids });
    expect(made).toMatchObject({ isDone: true, changed: 2, failed: 0 });
    expect(await bulk.taggedBy(tagId)).toEqual(ids);
    expect(await bulk.undo(made.changeId)).toEqual({ isDone: true, undone: 2, kept: 0 });
    expect(await bulk.taggedBy(tagId)).toEqual([first]);
    expect(others).toHaveLength(2);
  });

  test("takes tags off, and puts them back as they were", async () => {
    const [tagId, ids] = [await bulk.createTag(), await bulk.createCustomers(2)];
    await bulk.change({ act: { kind: "add_tag", tagId }, ids: ids });
    const before = await rows("SELECT * FROM customer_tags WHERE tag_id = $1 ORDER BY customer_id", [tagId]);
    const made = await bulk.change({ act: { kind: "remove_tag", tagId }, ids: ids });
    expect(await bulk.taggedBy(tagId)).toEqual([]);
    await bulk.undo(made.changeId);
    expect(await rows("SELECT * FROM customer_tags WHERE tag_id = $1 ORDER BY customer_id", [tagId])).toEqual(
      before,
    );
    expect(await rows("SELECT customers_count FROM tags WHERE id = $1", [tagId])).toEqual([
      { customers_count: 2 },
    ]);
  });

  test("[5.2a] puts records in the trash together, and gives them all back", async () => {
    const ids = await bulk.createCustomers(3);
    const made = await bulk.change({ act: { kind: "trash" }, ids: ids });
    expect([made.changed, await bulk.trashed()]).toEqual([3, ids]);
    await bulk.undo(made.changeId);
    expect(await bulk.trashed()).toEqual([]);
  });

  test("undoing a restoration puts records back with the days that they had left", async () => {
    const [id = ""] = await bulk.createCustomers(1);
    await trashRecord(admin.context("records.trash"), { noun: "customer", id });
    const lay = () => rows("SELECT deleted_at, deleted_by FROM customers WHERE id = $1", [id]);
    const before = await lay();
    const made = await bulk.change({ act: { kind: "restore" }, ids: [id] });
    expect(await bulk.trashed()).toEqual([]);
    await bulk.undo(made.changeId);
    expect(await lay()).toEqual(before);
  });

  test("counts the customers of trashed orders anew, there and back", async () => {
    const [customerId = ""] = await bulk.createCustomers(1);
    const { shopId } = await createConnectedShop((text, values) => owner.query(text, values), {
      orgId: admin.orgId,
    });
    const ids = await Promise.all(
      ["#1", "#2"].map((number) => createOrder(database, admin.orgId, { shopId, customerId, number })),
    );
    const { inOrg } = admin.context("orders.edit").ports.jobs;
    await inOrg(admin.orgId, (tx) => recountCustomers(tx, [customerId]));
    const count = async () =>
      (await rows("SELECT orders_count FROM customers WHERE id = $1", [customerId]))[0];
    const made = await bulk.change({ act: { kind: "trash" }, ids: ids, noun: "order" });
    expect(await count()).toEqual({ orders_count: 0 });
    await bulk.undo(made.changeId);
    expect(await count()).toEqual({ orders_count: 2 });
  });

  test("leaves alone what somebody changed since", async () => {
    const ids = await bulk.createCustomers(2);
    const [again = ""] = ids;
    const made = await bulk.change({ act: { kind: "trash" }, ids: ids });
    await restoreRecord(admin.context("records.trash"), { noun: "customer", id: again });
    await trashRecord(admin.context("records.trash"), { noun: "customer", id: again });
    expect(await bulk.undo(made.changeId)).toMatchObject({ undone: 1, kept: 1 });
    expect(await bulk.trashed()).toEqual([again]);
  });

  test("names what could not be changed, and changes the rest", async () => {
    const tagId = await bulk.createTag();
    const [id = "", inTrash = ""] = await bulk.createCustomers(2);
    const gone = randomUUID();
    await trashRecord(admin.context("records.trash"), { noun: "customer", id: inTrash });
    const made = await bulk.change({ act: { kind: "add_tag", tagId }, ids: [id, inTrash, gone] });
    expect(made).toMatchObject({ changed: 1, failed: 2 });
    const failed = await rows("SELECT record_id, error_key FROM bulk_change_rows WHERE outcome = 'failed'");
    expect(failed).toEqual(
      expect.arrayContaining([
        { record_id: inTrash, error_key: "errors:bulk.inTrash" },
        { record_id: gone, error_key: "errors:bulk.gone" },
      ]),
    );
  });

  test("is undone once, by nobody of another organization, and forgets which records were asked for", async () => {
    const tagId = await bulk.createTag();
    const { changeId } = await bulk.change({
      act: { kind: "add_tag", tagId },
      ids: await bulk.createCustomers(1),
    });
    expect(await rows("SELECT request FROM bulk_changes WHERE id = $1", [changeId])).toEqual([
      { request: { act: { kind: "add_tag", tagId } } },
    ]);
    const stranger = await createMember(database);
    await expect(bulk.undo(changeId, stranger)).rejects.toMatchObject({ code: "not_found" });
    await bulk.undo(changeId);
    await expect(bulk.undo(changeId)).rejects.toMatchObject({ messageKey: "errors:bulk.expired" });
    const acts = await rows("SELECT action FROM audit_log WHERE org_id = $1 ORDER BY seq", [admin.orgId]);
    expect(acts.map(({ action }) => action)).toEqual(["bulk.created", "bulk.undone"]);
  });

  test("reaches no record and no tag of another organization", async () => {
    const stranger = await createMember(database);
    const [tagId, ids] = [await bulk.createTag(), await bulk.createCustomers(1)];
    await expect(bulk.change({ act: { kind: "add_tag", tagId }, ids: ids }, stranger)).rejects.toMatchObject({
      messageKey: "errors:bulk.tagGone",
    });
    expect(await bulk.change({ act: { kind: "trash" }, ids: ids }, stranger)).toMatchObject({
      changed: 0,
      failed: 1,
    });
    expect(await bulk.trashed()).toEqual([]);
  });

  test("is refused to roles that may not", async () => {
    const member = await createMember(database, { organization: admin, role: "member" });
    await expect(
      bulk.change({ act: { kind: "trash" }, ids: await bulk.createCustomers(1) }, member),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await bulk.trashed()).toEqual([]);
  });
});
