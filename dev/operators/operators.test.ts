import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { createMember, type TestMember } from "../../tests/factories/org-context";
import { createTestDatabase } from "../../tests/setup/database";
import { checkNews, countReaders, openNews, type ProductNews } from "./product-news";
import { answerRequest, listOpenRequests, showRequest } from "./support-desk";

const { owner } = await createTestDatabase();
let member: TestMember;

beforeEach(async () => {
  await owner.query("TRUNCATE announcements, notifications");
  await owner.query("DELETE FROM organizations");
  await owner.query("DELETE FROM users");
  const database = { owner, url: "", ownerUrl: "" };
  member = await createMember({ ...database, roundTrips: () => Promise.reject(new Error("not asked here")) });
});

async function addRequest(): Promise<string> {
  const reference = `S-${randomUUID()}`;
  await owner.query(
    `WITH asked AS (
       INSERT INTO support_requests (org_id, id, reference, user_id, subject)
         VALUES ($1, gen_random_uuid(), $2, $3, 'Orders are late') RETURNING org_id, id)
     INSERT INTO support_messages (org_id, id, request_id, author, user_id, body, mail_state)
       SELECT org_id, gen_random_uuid(), id, 'member', $3, 'Since noon.', 'sent' FROM asked`,
    [member.orgId, reference, member.userId],
  );
  return reference;
}

describe("[2.3b] the operators' desk", () => {
  test("lists what waits, shows a thread and answers it", async () => {
    const reference = await addRequest();
    expect(await listOpenRequests(owner)).toEqual([expect.stringContaining(`${reference}  `)]);
    await answerRequest(owner, reference, "It is mended.\r\n");
    expect(await listOpenRequests(owner)).toEqual([]);
    expect((await showRequest(owner, reference)).map((one) => one.split("\n")[1])).toEqual([
      "Since noon.",
      "It is mended.",
    ]);
  });

  test("refuses an unknown reference, an empty answer and control characters", async () => {
    const reference = await addRequest();
    await expect(answerRequest(owner, "S-NONE", "Hm")).rejects.toThrow("no request S-NONE");
    await expect(answerRequest(owner, reference, " \n")).rejects.toThrow("1 to 4000");
    await expect(answerRequest(owner, reference, "a\u0007")).rejects.toThrow("control characters");
    await expect(showRequest(owner, "S-NONE")).rejects.toThrow("no request");
  });
});

describe("[2.3c] product news by an operator", () => {
  const news: ProductNews = {
    en: { subject: "Segments are here", body: "Find them under Customers." },
    ms: { subject: "Segmen sudah ada", body: "Cari di bawah Pelanggan." },
  };

  test("counts who would read it, without those who want no mail or are not verified", async () => {
    const database = {
      owner,
      url: "",
      ownerUrl: "",
      roundTrips: () => Promise.reject(new Error("not asked here")),
    };
    const other = await createMember(database);
    const unverified = await createMember(database);
    await owner.query("INSERT INTO notification_preferences (user_id, product_mail) VALUES ($1, false)", [
      other.userId,
    ]);
    await owner.query("UPDATE users SET email_verified_at = NULL WHERE id = $1", [unverified.userId]);
    expect(await countReaders(owner)).toEqual({ users: 2, mailed: 1 });
  });

  test("is opened once for one subject", async () => {
    expect([await openNews(owner, news), await openNews(owner, news)]).toEqual([true, false]);
  });

  test.each(["", "a\r\nBcc: all@example.com", "x".repeat(121)])("refuses the subject %j", (subject) => {
    expect(() => checkNews({ ...news, ms: { ...news.ms, subject } })).toThrow("one line");
  });
});
