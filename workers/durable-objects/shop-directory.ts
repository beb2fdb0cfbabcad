import { DurableObject } from "cloudflare:workers";

const UNKNOWN_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Signed deliveries for a shop that nobody connected. Times are milliseconds since the epoch. */
type UnknownShop = { count: number; lastAt: number | null };

/**
 * Guards which connections a Shopify domain has; one object per domain, so that
 * the app-level address finds them without a database. A connection stays listed
 * after it was removed for as long as the shop's data is kept.
 */
export class ShopDirectory extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec("CREATE TABLE IF NOT EXISTS connections (id TEXT PRIMARY KEY) WITHOUT ROWID");
  }

  async add(connectionId: string): Promise<void> {
    this.#sql.exec("INSERT INTO connections VALUES (?) ON CONFLICT DO NOTHING", connectionId);
  }

  async remove(connectionId: string): Promise<void> {
    this.#sql.exec("DELETE FROM connections WHERE id = ?", connectionId);
  }

  async list(): Promise<string[]> {
    return this.#sql
      .exec<{ id: string }>("SELECT id FROM connections ORDER BY id")
      .toArray()
      .map(({ id }) => id);
  }

  /** As `list`, for a signed delivery; counts it when the shop is unknown. */
  async find(): Promise<string[]> {
    const ids = await this.list();
    if (ids.length === 0) {
      const { count } = await this.unknown();
      this.ctx.storage.kv.put("unknown", { count: count + 1, lastAt: Date.now() } satisfies UnknownShop);
      void this.ctx.storage.setAlarm(Date.now() + UNKNOWN_KEPT_MS);
    }
    return ids;
  }

  async unknown(): Promise<UnknownShop> {
    return this.ctx.storage.kv.get<UnknownShop>("unknown") ?? { count: 0, lastAt: null };
  }

  override async alarm(): Promise<void> {
    this.ctx.storage.kv.delete("unknown");
  }
}
