import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

const POLL_MS = 50;

/** Orders of a shop as another session sees them. */
export class OrderWatch {
  /** `Date.now()` at which an order was first seen, by its external id. */
  readonly seenAt = new Map<string, number>();
  readonly #owner: pg.Pool;
  readonly #shopId: string;

  constructor(owner: pg.Pool, shopId: string) {
    this.#owner = owner;
    this.#shopId = shopId;
  }

  /** Looks every 50 ms until so many orders were seen, or `patienceMs` is over. */
  async until(count: number, patienceMs: number): Promise<void> {
    const giveUpAt = Date.now() + patienceMs;
    while (this.seenAt.size < count && Date.now() < giveUpAt) {
      const found = await this.#owner.query<{ id: string }>(
        "SELECT external_id AS id FROM orders WHERE shop_id = $1",
        [this.#shopId],
      );
      const now = Date.now();
      for (const { id } of found.rows) if (!this.seenAt.has(id)) this.seenAt.set(id, now);
      await sleep(POLL_MS);
    }
  }
}
