import type { Pool, PoolClient } from "pg";
import * as z from "zod";
import { findAuditedSecrets } from "../setup/audited-secrets";
import { fillWithCrowd } from "./crowd";
import { NAMES } from "./crowd-rows";

const TABLES = `
  SELECT c.relname AS name, (
    SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = c.oid AND i.indisprimary) AS keys
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  ORDER BY c.relname`;
const tableRow = z.object({ name: z.string(), keys: z.array(z.string()) });
const countRow = z.object({ funcname: z.string(), calls: z.number() });
type Table = z.output<typeof tableRow>;
/** Rows by table and key. */
type Snapshot = Map<string, { name: string; row: Record<string, unknown> }>;

/** What says nothing about whose row it is: random, or a hash over what is random. */
const NOISE = new Set([
  "created_at",
  "updated_at",
  "hash",
  "prev_hash",
  "values_digest",
  "salt",
  "device_hash",
]);
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)$/;

/** In seconds. What is further away was named by a test. */
const TEN_YEARS = 10 * 365 * 24 * 3600;

export type Call = {
  /** A statement that answers one value. */
  sql: string;
  values?: unknown[];
  /** The transaction's organization and role. */
  org?: string;
  role?: string;
};

/** A database full of people, and what a call of one of its functions does to them. */
export class Crowd {
  readonly #client: PoolClient;
  readonly #tables: Table[];
  readonly #now: number;

  private constructor(client: PoolClient, tables: Table[], now: number) {
    this.#client = client;
    this.#tables = tables;
    this.#now = now;
  }

  /** Fills the database in a transaction that is never committed; every call sees the same crowd. */
  static async gather(owner: Pool, more?: (client: PoolClient) => Promise<void>): Promise<Crowd> {
    const client = await owner.connect();
    await client.query("BEGIN");
    await fillWithCrowd(client);
    await more?.(client);
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    const tables = z.array(tableRow).parse((await client.query(TABLES)).rows);
    const { rows } = await client.query<{ now: Date }>("SELECT now()");
    return new Crowd(client, tables, rows[0]?.now.getTime() ?? 0);
  }

  async leave(): Promise<void> {
    await this.#client.query("ROLLBACK");
    this.#client.release();
  }

  /** The call's answer, then each row that it made, changed or took away, by name; undone afterwards. */
  async changesOf(call: Call): Promise<string[]> {
    const before = await this.#snapshot();
    return this.#undone(async () => {
      const answer = await this.#run(call);
      const secrets = await findAuditedSecrets(this.#client);
      if (secrets.length > 0) throw new Error(`the call wrote secrets down: ${secrets.join(", ")}`);
      const after = await this.#snapshot();
      return [`= ${this.#words(answer)}`, ...this.#compare(before, after)];
    });
  }

  /** The call's answer, or the code of its refusal; undone afterwards. */
  async answerOf(call: Call): Promise<string> {
    return this.#undone(async () => {
      try {
        return this.#words(await this.#run(call));
      } catch (error) {
        const { code } = z.object({ code: z.string() }).parse(error);
        return `refused ${code}`;
      }
    });
  }

  /** What `work` finds once a statement has been run; undone afterwards. */
  async after<T>(statement: string, work: () => Promise<T>): Promise<T> {
    return this.#undone(async () => {
      await this.#client.query(statement);
      return work();
    });
  }

  /** How often each function of the database was called so far; empty where Postgres does not count them. */
  async countCalls(): Promise<Map<string, number>> {
    const { rows } = await this.#client.query(
      "SELECT funcname, sum(calls)::int AS calls FROM pg_stat_xact_user_functions GROUP BY funcname",
    );
    return new Map(
      z
        .array(countRow)
        .parse(rows)
        .map(({ funcname, calls }) => [funcname, calls]),
    );
  }

  async #undone<T>(work: () => Promise<T>): Promise<T> {
    await this.#client.query("SAVEPOINT call");
    try {
      return await work();
    } finally {
      await this.#client.query("ROLLBACK TO call; RELEASE call");
    }
  }

  async #run({ sql, values = [], org = "", role = "" }: Call): Promise<unknown> {
    await this.#client.query("SELECT set_config('app.org_id', $1, true), set_config('app.role', $2, true)", [
      org,
      role,
    ]);
    const { rows } = await this.#client.query({ text: sql, values, rowMode: "array" });
    return rows.length > 1 ? rows.map((row) => row[0]) : rows[0]?.[0];
  }

  async #snapshot(): Promise<Snapshot> {
    const parts = this.#tables.map(
      ({ name }) => `SELECT '${name}' AS name, to_jsonb(t) AS row FROM ${name} t`,
    );
    const { rows } = await this.#client.query(parts.join(" UNION ALL "));
    const keysOf = new Map(this.#tables.map(({ name, keys }) => [name, keys]));
    return new Map(
      rows.map(({ name, row }) => {
        const key = (keysOf.get(name) ?? []).map((column) => row[column]);
        const words = key.map((value) => this.#words(value)).join(" ");
        return [JSON.stringify([name, key]), { name: `${name} ${words}`, row }];
      }),
    );
  }

  #compare(before: Snapshot, after: Snapshot): string[] {
    const gone = [...before].filter(([key]) => !after.has(key)).map(([, { name }]) => `- ${name}`);
    const rest = [...after].flatMap(([key, { name, row }]) => {
      const old = before.get(key);
      if (!old) return [`+ ${name}: ${this.#columns(row, {})}`];
      const columns = this.#columns(row, old.row);
      return columns === "" ? [] : [`~ ${name}: ${columns}`];
    });
    return [...gone, ...rest].sort();
  }

  #columns(row: Record<string, unknown>, old: Record<string, unknown>): string {
    return Object.entries(row)
      .filter(
        ([name, value]) => !NOISE.has(name) && JSON.stringify(value) !== JSON.stringify(old[name] ?? null),
      )
      .map(([name, value]) => `${name} ${this.#words(value)}`)
      .join(", ");
  }

  /** A value with names for ids, and times as how far they are from now, unless they are another age's. */
  #words(value: unknown): string {
    const text = JSON.stringify(value, (_, inner) =>
      inner instanceof Date || (typeof inner === "string" && INSTANT.test(inner))
        ? this.#distance(inner)
        : inner,
    );
    return (text ?? "nothing").replace(UUID, (id) => NAMES.get(id) ?? "new").replaceAll('"', "");
  }

  #distance(instant: Date | string): string {
    const time = new Date(instant);
    const seconds = Math.round((time.getTime() - this.#now) / 1000);
    if (Math.abs(seconds) > TEN_YEARS) return time.toISOString();
    return seconds === 0 ? "now" : `${seconds > 0 ? "+" : ""}${seconds} s`;
  }
}
