import { expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { createTestDatabase } from "../../../tests/setup/database";
import { createDeliveryPartitions } from "./create-partitions.server";

const database = await createTestDatabase();

async function partitions(): Promise<string[]> {
  const query =
    "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'deliveries'::regclass";
  return (await database.owner.query<{ name: string }>(query)).rows.map(({ name }) => name).sort();
}

test("[5.4] the coming months have room for the webhook log, however often it is asked for", async () => {
  const db = openHttp(database.url);
  const now = new Date("2031-11-23T18:17:00Z");
  await createDeliveryPartitions(db, now);
  const made = await partitions();
  for (const month of ["2031_11", "2031_12", "2032_01", "2032_02"])
    expect(made).toContain(`deliveries_${month}`);
  await createDeliveryPartitions(db, now);
  expect(await partitions()).toEqual(made);
});
