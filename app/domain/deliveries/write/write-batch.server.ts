import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import type { Actor } from "~/domain/context";
import type { BatchDraft } from "../batch-draft";
import type { ConnectionNews } from "../connection-news";
import type { DeliveryRecord } from "../delivery-record";
import { logSections, logStatements } from "./write-log";
import { orderPartStatements, orderSections, orderStatements } from "./write-orders";
import { customerRows, customerStatements, identityStatements, peopleSections } from "./write-people";
import { productSections, productStatements } from "./write-products";

const STATEMENTS = [
  customerRows,
  ...orderStatements,
  ...orderPartStatements,
  ...customerStatements,
  ...identityStatements,
  ...productStatements,
  ...logStatements,
];

/** Writes everything that a batch changed, with its roll-ups and its log, in one statement. */
export async function writeBatch(
  tx: OrgTransaction,
  batch: {
    draft: BatchDraft;
    connection: ConnectionNews | null;
    records: readonly DeliveryRecord[];
    isReplay: boolean;
    actor: Actor;
    at: string;
  },
): Promise<void> {
  const { draft } = batch;
  const document = {
    ...peopleSections(draft),
    ...orderSections(draft),
    ...productSections(draft),
    ...logSections(batch),
  };
  await tx.execute(sql`
    with input as materialized (select ${storableJson(document)}::jsonb as doc, ${batch.at}::timestamptz as at),
    ${sql.join(STATEMENTS, sql`,\n`)}
    select count(*) from acts`);
}

/** JSON that Postgres accepts: a text cannot hold NUL or half of a surrogate pair there. */
function storableJson(document: unknown): string {
  const json = JSON.stringify(document);
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json;
  const clean = (_key: string, value: unknown) =>
    typeof value === "string" ? value.replace(/[\0\p{Surrogate}]/gu, "\ufffd") : value;
  return JSON.stringify(document, clean);
}
