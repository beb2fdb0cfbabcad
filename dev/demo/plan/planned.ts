import type { FixtureBuyer } from "../../../app/connectors/fixtures/buyer";
import type { FixtureItem } from "../../../app/connectors/fixtures/item";
import type { DemoPlatform } from "./demo-platform";

/** Card payments are authorized first and may expire; the others come at once, later or never. */
export type Payment = "online" | "card" | "transfer" | "cod";

/** Something that happens to an order. Steps of one moment are told in one delivery. */
export type OrderStep =
  | { kind: "placed" | "paid" | "sent" | "cancelled" | "failed"; at: Date }
  | { kind: "refunded"; at: Date; amountMinor: number; reason: string };

/** An order with all that will ever happen to it; what lies in the future is left out when it is told. */
export type PlannedOrder = {
  platform: DemoPlatform;
  /** The shop's own id and what people call it. */
  id: number;
  number: number;
  /** As typed at the checkout; null for someone who walked in and paid at the counter. */
  buyer: FixtureBuyer | null;
  company: string;
  /** The platform's customer id; 0 for a guest. */
  accountId: number;
  items: FixtureItem[];
  shippingMinor: number;
  discountMinor: number;
  coupons: string[];
  totalMinor: number;
  payment: Payment;
  isTest: boolean;
  steps: OrderStep[];
};

/** A webhook request that a demo shop is said to have sent. */
export type PlannedDelivery = {
  platform: DemoPlatform;
  topic: string;
  /** JSON, or a text to be sent as it is. */
  body: unknown;
  receivedAt: Date;
  /** The platform's name of the delivery: a repetition has the same. */
  name: string;
};
