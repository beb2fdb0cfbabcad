import type { CORRECTABLE_ORDER } from "../orders/correctable-order";
import type { CORRECTABLE_PRODUCT } from "../products/correctable-product";
import type { CORRECTABLE_SUBSCRIPTION } from "../subscriptions/correctable-subscription";

type ColumnType = "text" | "bigint" | "integer" | "boolean" | "timestamptz";
type Columns<Field extends string> = Readonly<Record<Field, readonly [name: string, type: ColumnType]>>;

const ORDER: Columns<(typeof CORRECTABLE_ORDER)[number]> = {
  status: ["status", "text"],
  currency: ["currency", "text"],
  totalMinor: ["total_minor", "bigint"],
  taxMinor: ["tax_minor", "bigint"],
  shippingMinor: ["shipping_minor", "bigint"],
  discountMinor: ["discount_minor", "bigint"],
  paidMinor: ["paid_minor", "bigint"],
  paidAt: ["paid_at", "timestamptz"],
  isTest: ["is_test", "boolean"],
  isCashOnDelivery: ["is_cash_on_delivery", "boolean"],
  paymentMethod: ["payment_method", "text"],
};

const PRODUCT: Columns<(typeof CORRECTABLE_PRODUCT)[number]> = {
  name: ["name", "text"],
  sku: ["sku", "text"],
  priceMinor: ["price_minor", "bigint"],
  currency: ["currency", "text"],
  status: ["status", "text"],
  stock: ["stock", "text"],
  stockQuantity: ["stock_quantity", "integer"],
};

const SUBSCRIPTION: Columns<(typeof CORRECTABLE_SUBSCRIPTION)[number]> = {
  status: ["status", "text"],
  currency: ["currency", "text"],
  amountMinor: ["amount_minor", "bigint"],
  intervalCount: ["interval_count", "integer"],
  intervalUnit: ["interval_unit", "text"],
  nextPaymentAt: ["next_payment_at", "timestamptz"],
  cancelledAt: ["cancelled_at", "timestamptz"],
  endedAt: ["ended_at", "timestamptz"],
  paymentMethod: ["payment_method", "text"],
};

/** Records of shops that people may correct: their tables and columns by field. */
export const CORRECTABLE = {
  order: { table: "orders", columns: ORDER },
  product: { table: "products", columns: PRODUCT },
  subscription: { table: "subscriptions", columns: SUBSCRIPTION },
} as const;

export type CorrectableKind = keyof typeof CORRECTABLE;
export type FieldOf<Kind extends CorrectableKind> = keyof (typeof CORRECTABLE)[Kind]["columns"] & string;

/** The columns of a kind, by whatever field. */
export function columnsOf(kind: CorrectableKind): ReadonlyMap<string, readonly [string, ColumnType]> {
  return new Map(Object.entries(CORRECTABLE[kind].columns));
}
