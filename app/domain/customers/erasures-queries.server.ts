import { desc } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { erasures } from "~/db/schema/erasures";
import type { OrgContext } from "../context";

const MOST = 100;
const KINDS = ["customer", "shop", "account", "organization"] as const;

/** The newest entries of the register of erasures: when, of what kind, at whose request and how much; never who. */
export function listErasures({ db }: OrgContext) {
  return db.read(
    db.orm
      .select({
        id: erasures.id,
        at: erasures.at,
        kind: checkedText(erasures.kind, KINDS),
        actorKind: erasures.actorKind,
        counts: erasures.counts,
      })
      .from(erasures)
      .orderBy(desc(erasures.at), desc(erasures.id))
      .limit(MOST),
  );
}

export type ListedErasure = Awaited<ReturnType<typeof listErasures>>[number];
