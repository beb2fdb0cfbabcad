import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { openHttp } from "~/db/client";
import type { Mail } from "~/lib/mail";
import { createMember, TEST_KEYRING } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { sendDueMails } from "../notifications/send-due-mails.server";
import { recordSecurityEvent } from "./record-security-event.server";
import type { SecurityKind } from "./security-kinds";

const database = await createTestDatabase();
const NOON = new Date("2026-03-02T12:05:00Z");

test("[2.2b] every Admin is mailed what is grave, once a day for each kind, and nobody else is", async () => {
  const admin = await createMember(database);
  const other = await createMember(database, { organization: admin });
  await createMember(database, { organization: admin, role: "manager" });
  const ctx = { db: openHttp(database.url), newId: uuidv7, now: () => NOON };
  const record = (kind: SecurityKind, times: number) =>
    Promise.all(
      Array.from({ length: times }, () =>
        recordSecurityEvent(ctx, {
          kind,
          userId: admin.userId,
          orgId: admin.orgId,
          visit: { ip: null },
          facts: { count: 100 },
        }),
      ),
    );
  await record("login_failed", 12);
  await record("everything_exported", 2);
  await record("signature_flood", 2);
  await record("exported", 2);
  const sent: Mail[] = [];
  const mail = { send: async (one: Mail) => void sent.push(one) };
  await sendDueMails({
    db: ctx.db,
    appUrl: "https://app.orucrm.com",
    keyring: TEST_KEYRING,
    mail,
    maxBatches: 3,
  });
  const mailsTo = ({ userId }: { userId: string }) =>
    sent
      .filter(({ to }) => to.startsWith(userId))
      .map(({ subject }) => subject)
      .sort();
  const expected = [
    "Everything of Kedai was exported",
    "Many deliveries with a wrong signature in Kedai",
    "Many failed log-ins in Kedai",
  ];
  expect([mailsTo(admin), mailsTo(other)]).toEqual([expected, expected]);
  expect(sent).toHaveLength(6);
  expect(sent[0]?.text).toContain(`/o/${admin.slug}/settings/security-watch`);
});
