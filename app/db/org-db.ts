import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import * as z from "zod";
import { ROLES } from "~/domain/organizations/permissions";
import { AppError } from "~/lib/app-error";
import type { HttpDatabase } from "./client";
import { fromDatabaseError } from "./database-error";

const entrySchema = z.object({
  sessionExpiresAt: z.string(),
  user: z.object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    language: z.enum(["en", "ms"]),
    theme: z.enum(["light", "dark", "system"]),
  }),
  organization: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    language: z.enum(["en", "ms"]),
    state: z.enum(["active", "closing"]),
  }),
  role: z.enum(ROLES),
  organizations: z.array(z.object({ slug: z.string(), name: z.string() })),
});

/** What `enter` answers: who the session is, in which organization, as what. */
export type Entry = z.infer<typeof entrySchema>;

type Waiting = {
  query: BatchItem<"pg">;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};
type Result<Q extends BatchItem<"pg">> = Q["_"]["result"];
type Results<Q extends readonly BatchItem<"pg">[]> = { -readonly [K in keyof Q]: Result<Q[K]> };

/**
 * A request's door to one organization. Reads that are asked for in one turn go
 * out as one batch behind `enter(session, slug)`: one round trip, one
 * transaction, and nothing is visible unless the session may enter.
 */
export class OrgDb {
  readonly orm: HttpDatabase;
  readonly #session: string;
  readonly #slug: string;
  #waiting: Waiting[] = [];
  #entry: Promise<Entry> | null = null;
  #roundTrips = 0;

  constructor(orm: HttpDatabase, session: string, slug: string) {
    this.orm = orm;
    this.#session = session;
    this.#slug = slug;
  }

  /** Blocking round trips so far. */
  get roundTrips(): number {
    return this.#roundTrips;
  }

  /** Who entered; joins the batch of this turn, or the one already under way. */
  entry(): Promise<Entry> {
    this.#entry ??= this.read(this.orm.execute(sql`select 1`)).then(() => this.#entered());
    return this.#entry;
  }

  /** Adds a query to this turn's batch. */
  read<Q extends BatchItem<"pg">>(query: Q): Promise<Result<Q>> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setTimeout(() => void this.#flush(), 0);
      this.#waiting.push({ query, resolve, reject });
    });
  }

  /** Runs the queries now, in one transaction, refused unless the member has one of `roles`. */
  async write<const Q extends readonly BatchItem<"pg">[]>(
    roles: readonly string[],
    queries: Q,
  ): Promise<Results<Q>> {
    const guard = this.orm.execute(sql`select require_role(${sql.param([...roles])}::text[])`);
    const [, ...results] = await this.#run([guard, ...queries]);
    return results as Results<Q>;
  }

  #lastEntry: Entry | null = null;

  #entered(): Entry {
    if (!this.#lastEntry) throw new AppError("internal", "errors:internal");
    return this.#lastEntry;
  }

  async #run(queries: BatchItem<"pg">[]): Promise<unknown[]> {
    this.#roundTrips += 1;
    const enter = this.orm.execute(sql`select enter(${this.#session}::uuid, ${this.#slug}) as entry`);
    try {
      const [entered, ...results] = await this.orm.batch([enter, ...queries]);
      this.#lastEntry = entrySchema.parse(
        z.object({ rows: z.array(z.object({ entry: z.unknown() })).min(1) }).parse(entered).rows[0]?.entry,
      );
      return results;
    } catch (error) {
      throw fromDatabaseError(error);
    }
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const results = await this.#run(waiting.map((one) => one.query));
      for (const [i, one] of waiting.entries()) one.resolve(results[i]);
    } catch (error) {
      for (const one of waiting) one.reject(error);
    }
  }
}
