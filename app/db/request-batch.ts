import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import * as z from "zod";
import { ROLES } from "~/domain/organizations/permissions";
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
  /** From when on the user may set up second factors anew, somebody having said that they are lost. */
  factorResetAt: z.string().nullable(),
  organizations: z.array(z.object({ slug: z.string(), name: z.string() })),
});

/** What `enter` answers: who the session is, in which organization, as what. */
export type Entry = z.infer<typeof entrySchema>;

const answer = z.object({ rows: z.array(z.object({ entry: entrySchema })).length(1) });

export type Query = BatchItem<"pg">;
type Waiting = { query: Query; resolve: (got: Got<unknown>) => void; reject: (error: unknown) => void };
/** A query's result with the entry it was read under. */
export type Got<T> = { entry: Entry; result: T };

/**
 * Gathers what the loaders of one turn read and sends it as one batch behind
 * `enter(session, slug)`: one round trip, one transaction, and nothing comes back
 * unless the session may enter.
 */
export class RequestBatch {
  readonly orm: HttpDatabase;
  readonly #session: string;
  readonly #slug: string;
  readonly #limitMs: number | null;
  #waiting: Waiting[] = [];
  #roundTrips = 0;

  constructor(orm: HttpDatabase, session: string, slug: string, limitMs: number | null = null) {
    this.orm = orm;
    this.#session = session;
    this.#slug = slug;
    this.#limitMs = limitMs;
  }

  /**
   * A batch of its own beside this one, sent at the same moment, in which no statement may take longer: what may be
   * slow fails by itself, as `unavailable`, and not the page.
   */
  within(limitMs: number): RequestBatch {
    return new RequestBatch(this.orm, this.#session, this.#slug, limitMs);
  }

  /** Blocking round trips so far. */
  get roundTrips(): number {
    return this.#roundTrips;
  }

  /** Adds a query to this turn's batch. */
  read(query: Query): Promise<Got<unknown>> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setTimeout(() => void this.#flush(), 0);
      this.#waiting.push({ query, resolve, reject });
    });
  }

  /** Sends the queries at once, in one transaction of their own. */
  async run(queries: readonly Query[]): Promise<Got<unknown[]>> {
    this.#roundTrips += 1;
    // In force from the next statement on.
    const limit = this.#limitMs && sql`, set_config('statement_timeout', ${String(this.#limitMs)}, true)`;
    const enter = this.orm.execute(
      sql`select enter(${this.#session}::uuid, ${this.#slug}) as entry${limit ?? sql``}`,
    );
    try {
      const [entered, ...result] = await this.orm.batch([enter, ...queries]);
      const [row] = answer.parse(entered).rows;
      if (!row) throw new Error("enter answered nothing");
      return { entry: row.entry, result };
    } catch (error) {
      throw fromDatabaseError(error);
    }
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const { entry, result } = await this.run(waiting.map((one) => one.query));
      for (const [i, one] of waiting.entries()) one.resolve({ entry, result: result[i] });
    } catch (error) {
      for (const one of waiting) one.reject(error);
    }
  }
}
