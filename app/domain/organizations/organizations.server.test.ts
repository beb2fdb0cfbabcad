import { describe, expect, test, vi } from "vitest";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { updateOrganizationSchema } from "./organization.schema";
import { getOrganization, listPeople } from "./organizations-queries.server";
import { updateOrganization } from "./update-organization.server";

const database = await createTestDatabase();
const aina = await createMember(database, { name: "Aina" });
const stranger = await createMember(database, { name: "Boon" });

const read = (input: Record<string, string>) =>
  updateOrganizationSchema.parse({
    name: "Kedai Aina",
    timeZone: "Asia/Kuala_Lumpur",
    currency: "MYR",
    language: "en",
    ...input,
  });

describe("an organization's settings", () => {
  test("are not found when the organization went meanwhile", async () => {
    const ctx = aina.context("organization.view");
    vi.spyOn(ctx.db, "read").mockResolvedValue([]);
    await expect(getOrganization(ctx)).rejects.toMatchObject({ code: "not_found" });
  });

  test("[1.1c] hold its name and details", async () => {
    const input = read({
      name: "  Kedai   Kopi Pagi ",
      registrationNumber: "202601012345 (1234567-A)",
      phone: "+60 3-2123 4567",
      website: "kedaikopi.my",
      address: "12, Jalan Telawi\r\n59100 Kuala Lumpur\n",
      timeZone: "Asia/Kuching",
      currency: "SGD",
      language: "ms",
    });
    await updateOrganization(aina.context("organization.manage"), input);
    expect(await getOrganization(aina.context("organization.view"))).toEqual({
      name: "Kedai Kopi Pagi",
      slug: aina.slug,
      timeZone: "Asia/Kuching",
      currency: "SGD",
      language: "ms",
      details: {
        registrationNumber: "202601012345 (1234567-A)",
        phone: "+60 3-2123 4567",
        website: "https://kedaikopi.my",
        address: "12, Jalan Telawi\n59100 Kuala Lumpur",
      },
    });
  });

  test("[6.3] write one act that names what changed; unchanged input writes none", async () => {
    const member = await createMember(database);
    await updateOrganization(member.context("organization.manage"), read({ name: "Kedai Baru" }));
    await updateOrganization(member.context("organization.manage"), read({ name: "Kedai Baru" }));
    const { rows } = await database.owner.query(
      `SELECT action, facts, before, after FROM audit_log NATURAL JOIN audit_values WHERE org_id = $1`,
      [member.orgId],
    );
    expect(rows).toEqual([
      {
        action: "organization.updated",
        facts: { fields: "name" },
        before: { name: "Kedai" },
        after: { name: "Kedai Baru" },
      },
    ]);
  });

  test.each([
    [{ name: " " }, "settings:errors.nameMissing"],
    [{ name: "x".repeat(81) }, "settings:errors.nameTooLong"],
    [{ timeZone: "Mars/Olympus" }, "errors:organizations.timeZone"],
    [{ currency: "XXZ" }, "errors:organizations.currency"],
    [{ website: "javascript:alert(1)" }, "settings:errors.website"],
    [{ phone: "1".repeat(31) }, "settings:errors.tooLong"],
  ])("refuse %j in words", (input, message) => {
    expect(() => read(input)).toThrow(message);
  });

  test("are the Admin's to change", async () => {
    const manager = await createMember(database, { organization: aina, role: "manager" });
    const change = updateOrganization(manager.context("organization.manage"), read({ name: "Taken over" }));
    await expect(change).rejects.toMatchObject({ code: "forbidden" });
    expect((await getOrganization(aina.context("organization.view"))).name).not.toBe("Taken over");
  });

  test("of another organization stay as they are", async () => {
    await updateOrganization(aina.context("organization.manage"), read({ name: "Only ours" }));
    expect((await getOrganization(stranger.context("organization.view"))).name).toBe("Kedai");
  });
});

describe("members", () => {
  test("are those of the own organization, with their roles", async () => {
    const member = await createMember(database, { name: "Zul" });
    await createMember(database, { organization: member, role: "viewer", name: "Mei" });
    const people = await listPeople(member.context("organization.view"));
    expect(people.map(({ name, role, state }) => [name, role, state])).toEqual([
      ["Mei", "viewer", "active"],
      ["Zul", "admin", "active"],
    ]);
  });
});
