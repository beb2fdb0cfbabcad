import { identitiesOf } from "../customers/identity-key";
import { fileRecordId, importHash, isFromFile } from "../deliveries/file-records";
import { type DecidePlan, type Decision, decideCustomerRow } from "./decide-customer-row";
import type { DecideRecordPlan } from "./decide-product-row";
import type { ImportProblem } from "./import-outcomes";
import type { FileOrder, KnownOrder, KnownOrders } from "./known-order";
import { type LinksBySku, linkItems } from "./link-items";
import { overOrder } from "./over-order";
import type { People } from "./people";
import type { OrderRow } from "./read-order-rows";
import { diffFields, isLeftOut, type RecordDecision, SHOP_TOLD } from "./record-decision";
import { shownOrder } from "./shown-order";

/** `buyer`: what the order does to whom it names; null when it names nobody anew. */
export type OrderDecision = RecordDecision<OrderRow, KnownOrder> & { buyer: Decision | null };

export type DecideOrderPlan = DecideRecordPlan &
  Pick<DecidePlan, "erased" | "holders" | "newId"> & { shopId: string; links: LinksBySku };

type Known = { orders: KnownOrders; people: People };

/**
 * Says what an order's rows do to the orders and people known so far, and does it to them.
 * A file changes what files made: what a shop tells itself stands. Blanks erase nothing.
 */
export function decideOrderRow(
  { orders, people }: Known,
  row: OrderRow,
  plan: DecideOrderPlan,
): OrderDecision {
  const before = orders.get(fileRecordId(row.number)) ?? null;
  const nothing = { row, record: before, before, diffs: [], problems: [], buyer: null };
  if (isLeftOut(plan.settings.mode, before !== null)) return { ...nothing, outcome: "skipped" };
  if (before && !isFromFile(before.version)) return { ...nothing, outcome: "skipped", problems: [SHOP_TOLD] };
  const isSameFile = before !== null && isFromFile(before.version, plan.importId);
  const said = overOrder(before?.state ?? null, row, isSameFile);
  if (said === null) return { ...nothing, outcome: "rejected", problems: missingOf(row, plan) };
  const state = { ...said, items: linkItems(said.items, plan.links) };
  const corrected = before?.corrected ?? [];
  const diffs = diffFields(before ? shownOrder(before.state) : {}, shownOrder(state), corrected);
  if (before && diffs.length === 0 && !before.isTrashed) return { ...nothing, outcome: "skipped" };
  const isNamedAnew =
    !before || before.isTrashed || JSON.stringify(before.state.person) !== JSON.stringify(state.person);
  const buyer = isNamedAnew ? decideBuyer(people, { row: row.row, state }, plan) : null;
  if (buyer?.outcome === "rejected") return { ...nothing, outcome: "rejected", problems: buyer.problems };
  const version = {
    ...{ at: before ? plan.at : state.placedAt, rank: 0 },
    hash: importHash(plan.importId, row.row),
  };
  const identity = buyer?.row.home ?? before?.identity ?? null;
  const record = { id: before?.id ?? null, state, version, identity, corrected, isTrashed: false };
  orders.set(fileRecordId(row.number), record);
  return { ...nothing, outcome: before ? "changed" : "created", record, diffs, buyer };
}

/** Whom the order names decides as a row about them would: facts are as old as the order. */
function decideBuyer(
  people: People,
  { row, state }: { row: number; state: FileOrder },
  plan: DecideOrderPlan,
): Decision | null {
  const { person, placedAt } = state;
  const identities = identitiesOf(person, plan.shopId);
  const [home] = identities;
  if (!person || !home) return null;
  const buyer = { row, person, identities, home, tags: [], values: [], consents: [] };
  const stamp = () => ({ at: placedAt, hash: importHash(plan.importId, row) });
  const { erased, holders, newId } = plan;
  return decideCustomerRow(people, buyer, {
    mode: "both",
    stamp,
    erased,
    holders,
    room: new Set(),
    begin: null,
    newId,
  });
}

function missingOf({ row, said }: OrderRow, { places }: DecideOrderPlan): ImportProblem[] {
  const missing = [
    ...(said.placedAt ? [] : ["placedAt"]),
    ...(said.totalMinor === undefined ? ["total"] : []),
  ];
  return missing.map((field) => ({ row, column: places.get(field) ?? null, code: "missing", found: "" }));
}
