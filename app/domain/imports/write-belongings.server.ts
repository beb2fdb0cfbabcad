import { lockRoom } from "~/db/lock-room";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { type FieldValueRow, setFieldValues, type ValueStamp } from "../fields/set-field-values.server";
import { applyTags } from "../tags/apply-tags.server";
import { ensureTags, namedTag } from "../tags/ensure-tags.server";
import { foldTag } from "../tags/fold-tag";
import type { ApplyPlan } from "./apply-customer-rows.server";
import type { Decision } from "./decide-customer-row";

type Told = { decision: Decision; customerId: string };

/** Writes tags and custom fields of imported customers; answers the ids of those tags that have room, by folded name. */
export async function writeBelongings(
  tx: OrgTransaction,
  told: readonly Told[],
  { createdBy, at, newId }: Pick<ApplyPlan, "createdBy" | "at" | "newId">,
): Promise<Map<string, string>> {
  const stamp: ValueStamp = { source: "import", actorId: createdBy, at };
  const names = told.flatMap(({ decision }) => decision.tags);
  const tagIds = new Map<string, string>();
  if (names.length > 0) {
    await tx.execute(lockRoom("tags"));
    for (const { id, folded } of readRows(namedTag, await tx.execute(ensureTags(names, newId))))
      tagIds.set(folded, id);
    const rows = told.flatMap(({ decision, customerId }) =>
      decision.tags.flatMap((tag) => {
        const tagId = tagIds.get(foldTag(tag));
        return tagId === undefined ? [] : [{ customerId, tagId }];
      }),
    );
    await tx.execute(applyTags(rows, stamp));
  }
  // Of two rows about one customer the later one stands.
  const values = new Map<string, FieldValueRow>();
  for (const { decision, customerId } of told) {
    for (const { said } of decision.values)
      values.set(`${customerId} ${said.field.id}`, { customerId, ...said });
  }
  if (values.size > 0) await tx.execute(setFieldValues([...values.values()], stamp));
  return tagIds;
}
