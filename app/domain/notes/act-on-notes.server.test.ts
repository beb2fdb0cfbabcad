import { describe, expect, test } from "vitest";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { actOnNotes } from "./act-on-notes.server";
import { listNoteReaders } from "./note-readers-queries.server";
import { type NoteAction, noteActionSchema } from "./notes.schema";
import { listNotes } from "./notes-queries.server";

const database = await createTestDatabase();

const act = (member: TestMember, customerId: string, action: NoteAction) =>
  actOnNotes(member.context("notes.write"), { customerId, action: noteActionSchema.parse(action) });
const read = async (member: TestMember, customerId: string, before: string | null = null) =>
  listNotes(member.context("customers.view"), { customerId, before });
async function add(member: TestMember, customerId: string, body: string): Promise<string> {
  await act(member, customerId, { intent: "add", body });
  return (await read(member, customerId))?.rows[0]?.id ?? "";
}
const told = async (member: TestMember) =>
  (await database.owner.query("SELECT kind, facts FROM notifications WHERE user_id = $1", [member.userId]))
    .rows;

describe("notes on a customer", () => {
  test("tell whom they name, once, and not who wrote them nor who may not read them", async () => {
    const author = await createMember(database, { name: "Aina" });
    const named = await createMember(database, { organization: author, role: "member", name: "Borhan" });
    const viewer = await createMember(database, { organization: author, role: "viewer", name: "Chong" });
    const customerId = await createCustomer(database, author.orgId);
    const noteId = await add(author, customerId, "@Borhan and @Chong: call back. @Aina");
    await act(author, customerId, { intent: "edit", noteId, body: "@Borhan: call back today" });
    expect(await told(named)).toEqual([{ kind: "mentioned", facts: { customerId } }]);
    expect([await told(viewer), await told(author)]).toEqual([[], []]);
  });

  test("are read newest first, page by page, and not at all by roles without contacts", async () => {
    const author = await createMember(database);
    const viewer = await createMember(database, { organization: author, role: "viewer" });
    const customerId = await createCustomer(database, author.orgId);
    for (let n = 1; n <= 22; n++) await act(author, customerId, { intent: "add", body: `note ${n}` });
    const first = await read(author, customerId);
    expect([first?.rows.length, first?.rows[0]?.body]).toEqual([20, "note 22"]);
    const rest = await read(author, customerId, first?.next);
    expect([rest?.rows.map(({ body }) => body), rest?.next]).toEqual([["note 2", "note 1"], null]);
    expect(await read(viewer, customerId)).toBeNull();
  });

  test("are changed by their author alone, deleted by a Manager too, and come back", async () => {
    const author = await createMember(database);
    const manager = await createMember(database, { organization: author, role: "manager" });
    const member = await createMember(database, { organization: author, role: "member" });
    const customerId = await createCustomer(database, author.orgId);
    const noteId = await add(author, customerId, "mine");
    const refused = { code: "forbidden", messageKey: "customerPage:errors.othersNote" };
    await expect(act(manager, customerId, { intent: "edit", noteId, body: "yours" })).rejects.toMatchObject(
      refused,
    );
    await expect(act(member, customerId, { intent: "delete", noteId })).rejects.toMatchObject(refused);
    await act(manager, customerId, { intent: "delete", noteId });
    expect((await read(author, customerId))?.rows).toEqual([]);
    await act(author, customerId, { intent: "restore", noteId });
    expect((await read(author, customerId))?.rows).toMatchObject([{ body: "mine", author: "Aina" }]);
  });

  test("can name active members who may read them, of whom nothing but the name is told", async () => {
    const author = await createMember(database, { name: "Aina" });
    const named = await createMember(database, { organization: author, role: "member", name: "Borhan" });
    await createMember(database, { organization: author, role: "viewer", name: "Chong" });
    await createMember(database, { name: "Stranger" });
    const readers = await listNoteReaders(author.context("notes.write"));
    expect(readers).toEqual([
      { id: author.userId, name: "Aina" },
      { id: named.userId, name: "Borhan" },
    ]);
  });

  test("of another organization are neither read nor written", async () => {
    const [author, other] = [await createMember(database), await createMember(database)];
    const customerId = await createCustomer(database, author.orgId);
    const noteId = await add(author, customerId, "mine");
    await expect(act(other, customerId, { intent: "add", body: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(act(other, customerId, { intent: "delete", noteId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(read(other, customerId)).rejects.toMatchObject({ code: "not_found" });
    expect((await read(author, customerId))?.rows).toHaveLength(1);
  });
});
