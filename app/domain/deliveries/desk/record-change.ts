/** How a value is to be read: money in minor units, times as ISO 8601 UTC, `spend` as `MYR 12990, SGR 100`. */
const KINDS = {
  total: "money",
  tax: "money",
  shipping: "money",
  discount: "money",
  paid: "money",
  refunded: "money",
  price: "money",
  amount: "money",
  spend: "spend",
  placedAt: "time",
  paidAt: "time",
  fulfilledAt: "time",
  cancelledAt: "time",
  removedAt: "time",
  deletedAt: "time",
  lastOrderAt: "time",
  nextPaymentAt: "time",
  endedAt: "time",
  activeAt: "time",
  status: "orderStatus",
  isTest: "flag",
  isCashOnDelivery: "flag",
} as const;

export type FactKind = (typeof KINDS)[keyof typeof KINDS] | "text";
export type FactValue = string | number | boolean | null;

export const factKind = (name: string): FactKind =>
  Object.hasOwn(KINDS, name) ? KINDS[name as keyof typeof KINDS] : "text";

/** What a replay would do to one record. A record that is made has no value before. */
export type RecordChange = {
  kind: string;
  id: string;
  name: string | null;
  currency: string | null;
  isNew: boolean;
  fields: { name: string; before: FactValue; after: FactValue }[];
};

type Seen = Omit<RecordChange, "isNew" | "fields"> & { facts: Record<string, FactValue> };

/** The records that differ between two looks at them, in the order of the second; of a new one what it has. */
export function compareRecords(before: readonly Seen[], after: readonly Seen[]): RecordChange[] {
  const known = new Map(before.map((one) => [one.id, one]));
  return after.flatMap(({ facts, ...record }) => {
    const was = known.get(record.id);
    const fields = Object.entries(facts)
      .map(([name, value]) => ({ name, before: was?.facts[name] ?? null, after: value }))
      .filter((field) => field.before !== field.after && (was !== undefined || isSaid(field.after)));
    return fields.length > 0 ? [{ ...record, isNew: was === undefined, fields }] : [];
  });
}

/** A sum of nothing and a plain no say nothing about what is new. */
const isSaid = (value: FactValue) => value !== null && value !== 0 && value !== false;
