import { setTimeout as sleep } from "node:timers/promises";
import { listCustomers } from "~/domain/customers/customer-list-queries.server";
import { readListParams } from "~/domain/filters/list-query.schema";
import { createMember } from "../../factories/org-context";
import type { BenchDatabase } from "../stage/bench-database";
import { timed } from "../stage/timed";

const CUSTOMERS = 50_000;
const PAUSE_MS = 50;
const QUIET_PAGES = 400;

export type Neighbour = {
  /** Opens its list again and again until the work is over, and some hundred times at least; milliseconds of each. */
  openPages(until?: Promise<unknown>): Promise<number[]>;
};

/** Another organization in the same database, with customers in its list. */
export async function createNeighbour(database: BenchDatabase): Promise<Neighbour> {
  const member = await createMember(database);
  await database.owner.query(
    `INSERT INTO customers (org_id, id, name, sort_name, email, orders_count, last_order_at, created_at)
     SELECT $1, uuidv7(), 'Aina ' || i, 'aina ' || i, 'a' || i || '@kedai.my', i % 9,
       CASE WHEN i % 5 > 0 THEN now() - i * interval '7 minutes' END, now() - i * interval '10 minutes'
     FROM generate_series(1, ${CUSTOMERS}) i`,
    [member.orgId],
  );
  await database.owner.query("VACUUM ANALYZE customers");
  const params = readListParams("customers", new URLSearchParams());
  const open = () => timed(() => listCustomers(member.context("customers.view"), params));
  return {
    async openPages(until) {
      let isOver = until === undefined;
      const end = () => {
        isOver = true;
      };
      void until?.then(end, end);
      for (let warm = 0; warm < 20; warm++) await open();
      const times: number[] = [];
      while (!isOver || (until === undefined && times.length < QUIET_PAGES)) {
        times.push(await open());
        await sleep(PAUSE_MS);
      }
      return times;
    },
  };
}
