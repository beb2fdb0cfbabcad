import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import { moveBelongings } from "~/domain/customers/move-belongings.server";
import type { BatchDraft } from "../batch-draft";

import { beginningParts } from "./write-beginnings";

import { checkoutParts } from "./write-checkouts";

import { type BatchLog, logParts } from "./write-log";
import { orderPartParts } from "./write-order-parts";
import { orderParts } from "./write-orders";
import { customerParts, identityParts } from "./write-people";
import { productParts } from "./write-products";
import { subscriptionParts } from "./write-subscriptions";
import { writeTakenOver } from "./write-taken-over.server";

/**
 * Writes everything that a batch changed, with its roll-ups and its log, in one
 * statement of as many parts as there is something to write. Where people came
 * together, one more gives what members put on them to those who stay.
 */
export async function writeBatch(tx: OrgTransaction, draft: BatchDraft, log: BatchLog): Promise<void> {
  const { at } = log;
  await writeTakenOver(tx, draft);
  const customers = [...draft.customers.values()].filter((customer) => customer.isChanged);
  const parts = [
    ...orderParts(
      draft,
      customers.map(({ id }) => id),
      at,
    ),
    ...customerParts(customers, at),
    ...orderPartParts(draft),
    ...identityParts(draft),
    ...productParts(draft, at),
    ...beginningParts(draft, at),
    ...subscriptionParts(draft, at),
    ...checkoutParts(draft, at),
    ...logParts(draft, log),
  ];
  // Acts are appended by a function, which runs only when somebody asks for its result.
  const asked = draft.acts.length > 0 ? sql`select count(*) from acts` : sql`select 1`;
  await tx.execute(sql`with ${sql.join(parts, sql`,\n`)} ${asked}`);
  const merges = customers.flatMap(({ id, mergedInto }) =>
    mergedInto ? [{ from: id, into: mergedInto }] : [],
  );
  if (merges.length > 0) await tx.execute(moveBelongings(merges));
}
