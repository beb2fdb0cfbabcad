import { sql } from "drizzle-orm";
import { isAllowed, PERMISSIONS, type Permission, WHILE_CLOSING } from "~/domain/organizations/permissions";
import { AppError, isAppError } from "~/lib/app-error";
import type { HttpDatabase } from "./client";
import type { Entry, Query, RequestBatch } from "./request-batch";

type Result<Q extends Query> = Q["_"]["result"];
type Results<Q extends readonly Query[]> = { -readonly [K in keyof Q]: Result<Q[K]> };

/**
 * A request's door to one organization, for one permission. Results are handed
 * out only when the role that entered has it; writes are refused by the database.
 */
export class OrgDb {
  readonly #batch: RequestBatch;
  readonly #permission: Permission;
  #onRefused: (() => void) | null;

  /** `onRefused` hears, once, that a member asked whose role does not have the permission. */
  constructor(batch: RequestBatch, permission: Permission, onRefused: (() => void) | null = null) {
    this.#batch = batch;
    this.#permission = permission;
    this.#onRefused = onRefused;
  }

  /** Builds queries; `read` and `write` run them. */
  get orm(): HttpDatabase {
    return this.#batch.orm;
  }

  /** Reads in a batch of its own, sent at the same moment, in which no statement may take longer. */
  within(limitMs: number): OrgDb {
    return new OrgDb(this.#batch.within(limitMs), this.#permission);
  }

  /** Who entered; joins this turn's batch. */
  async entry(): Promise<Entry> {
    const { entry } = await this.#batch.read(this.orm.execute(sql`select 1`));
    return this.#permitted(entry);
  }

  /** Adds a query to this turn's batch. */
  async read<Q extends Query>(query: Q): Promise<Result<Q>> {
    const { entry, result } = await this.#batch.read(query);
    this.#permitted(entry);
    return result as Result<Q>;
  }

  /**
   * Runs the queries now, in one transaction; nothing is written without the
   * permission, nor in an organization that is closing.
   */
  async write<const Q extends readonly Query[]>(queries: Q): Promise<Results<Q>> {
    const { result } = await this.#guarded(queries);
    return result.slice(1) as Results<Q>;
  }

  /** Refuses whom `write` refuses, before something is written in a job's transaction; answers who entered. */
  async enterToWrite(): Promise<Entry> {
    const { entry } = await this.#guarded([]);
    return entry;
  }

  #guarded(queries: readonly Query[]) {
    const roles = sql.param([...PERMISSIONS[this.#permission]]);
    const open = WHILE_CLOSING.has(this.#permission) ? sql`` : sql`, require_open()`;
    const guard = this.orm.execute(sql`select require_role(${roles}::text[])${open}`);
    return this.#batch.run([guard, ...queries]).catch((error) => this.#refusedOr(error));
  }

  #permitted(entry: Entry): Entry {
    if (!isAllowed(entry.role, this.#permission))
      this.#refusedOr(new AppError("forbidden", "errors:forbidden"));
    return entry;
  }

  #refusedOr(error: unknown): never {
    if (isAppError(error) && error.messageKey === "errors:forbidden") {
      this.#onRefused?.();
      this.#onRefused = null;
    }
    throw error;
  }
}
