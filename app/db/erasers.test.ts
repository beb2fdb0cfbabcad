import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listSources } from "../../tests/house-rules";
import { createTestDatabase } from "../../tests/setup/database";

const ROOT = join(import.meta.dirname, "../..");
const database = await createTestDatabase();

/** What the policy keeps until somebody deletes it: records; and the webhook log, for 90 days. */
const KEPT = ["customers", "orders", "order_items", "products", "subscriptions", "checkouts", "deliveries"];
const IN_SQL = `(?:delete\\s+from|truncate(?:\\s+table)?|drop\\s+table(?:\\s+if\\s+exists)?)\\s+"?(?:${KEPT.join("|")})(?:_\\w+)?\\b`;
const IN_CODE = `\\.delete\\((?:${KEPT.join("|")}|orderItems)\\)`;

const TAKERS = [
  // Somebody erases a person.
  "app/domain/deliveries/erase-customer.server.ts",
  "app/domain/deliveries/erase-people.server.ts",
  // A shop tells an order's items anew.
  "app/domain/deliveries/write/write-order-parts.ts",
  // A person puts other items into an order entered by hand.
  "app/domain/orders/change-items.server.ts",
  "app/domain/organizations/remove-sample.server.ts",
  // The inbox's own list, once the log has what it held.
  "workers/durable-objects/inbox/deliveries.ts",
];

test("[5.1] [5.4] no function of the database takes records or the webhook log away but those that purge the trash or what is 90 days old", async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT proname AS name FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND prosrc ~* $1 ORDER BY proname`,
    [IN_SQL.replaceAll("\\b", "\\y")],
  );
  expect(rows.map(({ name }) => name)).toEqual([
    "drop_old_deliveries",
    "purge_records",
    "purge_subscriptions",
  ]);
});

test("[5.1] [5.4] no code takes records or the webhook log away but what a person or a shop asks for", () => {
  const takes = new RegExp(`${IN_SQL}|${IN_CODE}`, "i");
  const files = listSources(ROOT, ["app", "workers"]).filter(
    (file) => !/\.test\.tsx?$/.test(file) && takes.test(readFileSync(join(ROOT, file), "utf8")),
  );
  expect(files.sort()).toEqual(TAKERS);
});
