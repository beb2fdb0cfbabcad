import type { Mapping } from "~/connectors/generic/mapping.schema";
import type { Target } from "~/connectors/generic/targets";

type Group = {
  name: "record" | "buyer" | "address" | "money" | "more";
  targets: readonly Target[];
  /** Shown from the beginning, the others where something is read for them. */
  isUsual?: true;
};

const BUYER: Group = { name: "buyer", isUsual: true, targets: ["name", "email", "phone", "company"] };
const ADDRESS: Group = {
  name: "address",
  targets: ["line1", "line2", "city", "state", "postcode", "country"],
};

const OF_ORDERS: readonly Group[] = [
  {
    name: "record",
    isUsual: true,
    targets: ["id", "number", "status", "placedAt", "paidAt", "updatedAt", "event"],
  },
  BUYER,
  { name: "money", isUsual: true, targets: ["total", "currency", "tax", "shipping", "discount"] },
  ADDRESS,
  { name: "more", targets: ["product", "paymentMethod", "coupon", "channel", "customerId"] },
];

const OF_CUSTOMERS: readonly Group[] = [
  { name: "record", isUsual: true, targets: ["id", "placedAt", "updatedAt", "event"] },
  BUYER,
  ADDRESS,
];

/** The targets that make sense for what deliveries tell of. */
export function targetGroups(record: Mapping["record"]): readonly Group[] {
  return record === "order" ? OF_ORDERS : OF_CUSTOMERS;
}
