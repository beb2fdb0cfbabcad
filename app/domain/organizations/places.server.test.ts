import { describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { findPlaces } from "./places-queries.server";

const database = await createTestDatabase();
const db = openHttp(database.url);

describe("where a user may go", () => {
  test.each(["active", "suspended"])("names no closed organization to a member who is %s", async (state) => {
    const admin = await createMember(database);
    const member = await createMember(database, { organization: admin });
    const set = (text: string) => database.owner.query(text, [member.orgId]);
    await set(`UPDATE memberships SET state = '${state}' WHERE org_id = $1 AND user_id = '${member.userId}'`);
    const named = async () => {
      const places = await findPlaces({ db }, member.sessionId);
      return [...(places?.organizations ?? []), ...(places?.suspended ?? [])].map(({ slug }) => slug);
    };
    expect(await named()).toEqual([member.slug]);
    await set("UPDATE organizations SET state = 'closed', closes_at = now() WHERE id = $1");
    expect(await named()).toEqual([]);
  });
});
