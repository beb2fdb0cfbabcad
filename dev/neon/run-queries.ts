import type pg from "pg";
import type { Query, SqlRequest } from "./sql-request";

type Field = {
  name: string;
  dataTypeID: number;
  tableID: number;
  columnID: number;
  dataTypeSize: number;
  dataTypeModifier: number;
  format: string;
};

/** One query's answer on the wire. Values are Postgres text, or null. */
export type QueryAnswer = {
  command: string;
  rowCount: number | null;
  fields: Field[];
  rows: unknown[];
  rowAsArray: boolean;
};

const rawText = { getTypeParser: () => (value: string) => value };

/** Runs one query by itself, or a batch in one transaction. Rejects with the first error, rolled back. */
export async function runQueries(client: pg.PoolClient, request: SqlRequest): Promise<QueryAnswer[]> {
  if (request.begin === null) return runInTurn(client, request);
  await client.query(request.begin);
  try {
    const answers = await runInTurn(client, request);
    await client.query("COMMIT");
    return answers;
  } catch (error) {
    // A lost connection has rolled back by itself; the first error is the one to tell.
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function runInTurn(client: pg.PoolClient, request: SqlRequest): Promise<QueryAnswer[]> {
  const answers: QueryAnswer[] = [];
  for (const query of request.queries) answers.push(await runQuery(client, query, request.isArrayMode));
  return answers;
}

async function runQuery(client: pg.PoolClient, query: Query, isArrayMode: boolean): Promise<QueryAnswer> {
  const config = {
    text: query.query,
    values: query.params,
    types: rawText,
    // Neon takes exactly one statement per query, as the extended protocol does.
    queryMode: "extended",
    ...(isArrayMode && { rowMode: "array" as const }),
  };
  const { command, rowCount, fields, rows } = await client.query(config);
  return { command, rowCount, fields, rows, rowAsArray: isArrayMode };
}
