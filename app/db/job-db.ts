import { sql } from "drizzle-orm";
import type { HttpDatabase } from "./client";
import { fromDatabaseError } from "./database-error";
import type { Query } from "./request-batch";

type Results<Q extends readonly Query[]> = { -readonly [K in keyof Q]: Q[K]["_"]["result"] };

/** A job's door to one organization, over HTTP: no lock, one round trip for what is read or written together. */
export class JobDb {
  readonly orm: HttpDatabase;
  readonly #orgId: string;

  constructor(orm: HttpDatabase, orgId: string) {
    this.orm = orm;
    this.#orgId = orgId;
  }

  /** Runs the queries in one transaction. Throws `not_found` when the organization is closed for good. */
  async run<const Q extends readonly Query[]>(queries: Q): Promise<Results<Q>> {
    const enter = this.orm.execute(sql`select enter_job(${this.#orgId}::uuid)`);
    try {
      const results = await this.orm.batch([enter, ...queries]);
      return results.slice(1) as Results<Q>;
    } catch (error) {
      throw fromDatabaseError(error);
    }
  }
}
