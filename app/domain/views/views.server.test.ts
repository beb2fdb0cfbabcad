import { describe, expect, test } from "vitest";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { readListParams } from "../filters/list-query.schema";
import { createView } from "./create-view.server";
import { deleteView } from "./delete-view.server";
import { listSearch, type ViewState, viewSearch } from "./list-address";
import { setDefaultView, updateLayout } from "./update-layout.server";
import { renameView, saveView } from "./update-view.server";
import { getListSetting, leadsTo } from "./views-queries.server";
import { searchViews } from "./views-search-queries.server";

const database = await createTestDatabase();
const NOUN = "customers";
const STATE: ViewState = {
  filter: { v: 1, match: "all", rules: [{ field: "orders", op: "atLeast", value: 2 }] },
  sort: "created",
  order: "asc",
  columns: ["phone", "spend"],
  density: "compact",
};
const CONTACTS: ViewState = {
  ...STATE,
  filter: { v: 1, match: "all", rules: [{ field: "email", op: "is", value: "siti@kedai.my" }] },
};

const ctxOf = (member: TestMember) => member.context("customers.view");
const create = (member: TestMember, change: { name?: string; isShared?: boolean; state?: ViewState } = {}) =>
  createView(ctxOf(member), { noun: NOUN, name: "Setia", isShared: false, state: STATE, ...change });
const settingOf = (member: TestMember) => getListSetting(ctxOf(member), NOUN);
const namesOf = async (member: TestMember) => (await settingOf(member)).views.map(({ name }) => name);
const actsOf = async ({ orgId }: TestMember) =>
  (await database.owner.query("SELECT action FROM audit_log WHERE org_id = $1 ORDER BY seq", [orgId])).rows;

test("of one's own there are a hundred of a list at most, also when fifty are saved at once", async () => {
  const admin = await createMember(database);
  await database.owner.query(
    `INSERT INTO views (org_id, id, noun, name, private_to, created_by, state)
     SELECT $1, gen_random_uuid(), $2, 'View ' || i, $3, $3, '{}' FROM generate_series(1, 70) i`,
    [admin.orgId, NOUN, admin.userId],
  );
  const got = await Promise.allSettled(Array.from({ length: 50 }, () => create(admin)));
  expect(got.filter(({ status }) => status === "fulfilled")).toHaveLength(30);
});

describe("a view", () => {
  test("keeps filter, sort, order, columns and density, and its address says them all", async () => {
    const admin = await createMember(database);
    const id = await create(admin);
    const [view] = (await settingOf(admin)).views;
    expect(view).toMatchObject({ id, name: "Setia", isShared: false, mayEdit: true, state: STATE });
    const address = new URLSearchParams(viewSearch(NOUN, { id, state: STATE }));
    expect(readListParams(NOUN, address)).toMatchObject({ ...STATE, view: id, problem: null });
  });

  test("of one's own is nobody else's: not seen, not changed, not deleted", async () => {
    const admin = await createMember(database);
    const other = await createMember(database, { organization: admin });
    const id = await create(other);
    expect(await namesOf(admin)).toEqual([]);
    const gone = { messageKey: "errors:viewGone" };
    await expect(saveView(ctxOf(admin), { id, noun: NOUN, state: STATE })).rejects.toMatchObject(gone);
    const renamed = renameView(ctxOf(admin), { id, noun: NOUN, name: "X", isShared: true });
    await expect(renamed).rejects.toMatchObject(gone);
    await expect(deleteView(ctxOf(admin), { id, noun: NOUN })).rejects.toMatchObject(gone);
    expect(await namesOf(other)).toEqual(["Setia"]);
    expect(await actsOf(admin)).toEqual([]);
  });

  test("that is shared is everybody's to see, and changed by those who may share; each change is audited", async () => {
    const manager = await createMember(database, { role: "manager" });
    const viewer = await createMember(database, { role: "viewer", organization: manager });
    const id = await create(manager, { isShared: true });
    expect((await settingOf(viewer)).views).toMatchObject([
      { name: "Setia", isShared: true, mayEdit: false },
    ]);
    await expect(saveView(ctxOf(viewer), { id, noun: NOUN, state: STATE })).rejects.toMatchObject({
      messageKey: "errors:viewGone",
    });
    await saveView(ctxOf(manager), { id, noun: NOUN, state: { ...STATE, density: null } });
    await renameView(ctxOf(manager), { id, noun: NOUN, name: "Tetap", isShared: true });
    expect(await namesOf(viewer)).toEqual(["Tetap"]);
    await deleteView(ctxOf(manager), { id, noun: NOUN });
    expect(await namesOf(viewer)).toEqual([]);
    const actions = ["view.created", "view.updated", "view.updated", "view.deleted"];
    expect(await actsOf(manager)).toEqual(actions.map((action) => ({ action })));
  });

  test.each(["analyst", "member", "viewer"] as const)(
    "is not shared by a role that may not: %s",
    async (role) => {
      const member = await createMember(database, { role });
      await expect(create(member, { isShared: true })).rejects.toMatchObject({ code: "forbidden" });
      const id = await create(member);
      const shared = renameView(ctxOf(member), { id, noun: NOUN, name: "Setia", isShared: true });
      await expect(shared).rejects.toMatchObject({ code: "forbidden" });
    },
  );

  test("[3.3a] that names a contact is not told to a role that sees none", async () => {
    const admin = await createMember(database);
    const analyst = await createMember(database, { role: "analyst", organization: admin });
    await create(admin, { isShared: true, state: CONTACTS, name: "Siti" });
    await create(admin, { isShared: true, name: "Semua" });
    expect(await namesOf(admin)).toEqual(["Semua", "Siti"]);
    expect(await namesOf(analyst)).toEqual(["Semua"]);
  });

  test("of another organization is not there, and cannot be touched", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    const id = await create(theirs, { isShared: true });
    expect(await namesOf(ours)).toEqual([]);
    await expect(deleteView(ctxOf(ours), { id, noun: NOUN })).rejects.toMatchObject({ code: "not_found" });
    await setDefaultView(ctxOf(ours), { noun: NOUN, viewId: id });
    expect((await settingOf(ours)).defaultViewId).toBeNull();
    expect(await namesOf(theirs)).toEqual(["Setia"]);
  });

  test("with a filter that no list could show is not kept", async () => {
    const admin = await createMember(database);
    const state = { ...STATE, sort: "nothing" };
    await expect(create(admin, { state })).rejects.toMatchObject({ messageKey: "errors:badFilter" });
  });
});

describe("a list opens", () => {
  const open = async (member: TestMember, search: string) => {
    const query = new URLSearchParams(search);
    return leadsTo(NOUN, readListParams(NOUN, query), { search: query, setting: await settingOf(member) });
  };

  test("as an address says that names a view, or with the member's default one", async () => {
    const admin = await createMember(database);
    const id = await create(admin);
    const address = viewSearch(NOUN, { id, state: STATE });
    expect(await open(admin, `view=${id}`)).toBe(address);
    expect(await open(admin, "")).toBeNull();
    await setDefaultView(ctxOf(admin), { noun: NOUN, viewId: id });
    expect(await open(admin, "")).toBe(address);
    expect(await open(admin, "view=all")).toBeNull();
    expect(await open(admin, address.slice(1))).toBeNull();
    await expect(open(admin, `view=${admin.orgId}`)).rejects.toMatchObject({ messageKey: "errors:viewGone" });
  });

  test("as usual again when its default view is deleted or no longer shared", async () => {
    const admin = await createMember(database);
    const viewer = await createMember(database, { role: "viewer", organization: admin });
    const [one, other] = [await create(admin, { isShared: true }), await create(admin, { isShared: true })];
    await setDefaultView(ctxOf(viewer), { noun: NOUN, viewId: one });
    await deleteView(ctxOf(admin), { id: one, noun: NOUN });
    expect((await settingOf(viewer)).defaultViewId).toBeNull();
    await setDefaultView(ctxOf(viewer), { noun: NOUN, viewId: other });
    await renameView(ctxOf(admin), { id: other, noun: NOUN, name: "Sendiri", isShared: false });
    expect((await settingOf(viewer)).defaultViewId).toBeNull();
  });

  test("as its member arranged it, and nobody else's changes", async () => {
    const admin = await createMember(database);
    const other = await createMember(database, { organization: admin });
    await updateLayout(ctxOf(admin), { noun: NOUN, columns: ["email"], widths: { email: 300 } });
    await updateLayout(ctxOf(admin), { noun: NOUN, density: "compact" });
    expect(await settingOf(admin)).toMatchObject({
      columns: ["email"],
      widths: { email: 300 },
      density: "compact",
    });
    await updateLayout(ctxOf(admin), { noun: NOUN, columns: [] });
    expect((await settingOf(admin)).columns).toBeNull();
    expect(await settingOf(other)).toMatchObject({ columns: null, widths: {}, density: "comfortable" });
  });
});

test("what goes without saying is not in a list's address", () => {
  const usual = { filter: null, sort: "lastOrder", order: "desc", columns: null, density: null } as const;
  expect(listSearch(NOUN, { ...usual, view: null })).toBe("?");
  expect(listSearch(NOUN, { ...usual, sort: "name", order: "asc", view: null })).toBe("?sort=name");
});

test("the palette finds views by name, one's own and shared ones, and none that tells a contact", async () => {
  const admin = await createMember(database);
  const analyst = await createMember(database, { role: "analyst", organization: admin });
  await create(admin, { name: "Pelanggan Setia", isShared: true });
  await create(admin, { name: "Setia sendiri" });
  await create(admin, { name: "Setia Siti", isShared: true, state: CONTACTS });
  const find = async (member: TestMember) =>
    (await searchViews(ctxOf(member), "SETIA", 6)).map(({ name }) => name);
  expect(await find(admin)).toEqual(["Pelanggan Setia", "Setia sendiri", "Setia Siti"]);
  expect(await find(analyst)).toEqual(["Pelanggan Setia"]);
  expect(await find(await createMember(database))).toEqual([]);
});
