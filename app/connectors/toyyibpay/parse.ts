import { readAmount, readSen } from "../amount-text";
import type { OrderStatus } from "../canonical";
import type { DatedTelling, ParseResult } from "../connector";
import { MALAYSIA_OFFSET } from "../malaysia-time";
import { orderOf } from "../order-of";
import { asEvents, asNeedsAttention, asUnmappable } from "../parse-result";
import { paymentEvent } from "../payment-event";
import { isRecord, readText, readTime } from "../read";
import { paymentId } from "./payment-id";

const CURRENCY = "MYR";
const STATUSES: ReadonlyMap<string, OrderStatus> = new Map([
  ["payment.success", "paid"],
  ["payment.pending", "pending"],
  ["payment.failed", "failed"],
]);

/** A payment, whose callback names nobody. */
export function parse({ topic, body, receivedAt }: DatedTelling): ParseResult {
  const status = STATUSES.get(topic);
  if (!status) return asNeedsAttention("unknown_topic", "status: expected 1, 2 or 3");
  const payment = isRecord(body) ? body : {};
  const id = paymentId(payment);
  const totalMinor = amountOf(payment.amount);
  if (id === null) return asUnmappable("order_id: expected an id");
  if (totalMinor === null) return asUnmappable("amount: expected an amount");
  const at = readTime(payment.transaction_time, MALAYSIA_OFFSET);
  const order = orderOf({
    externalId: id,
    number: id,
    status,
    sourceStatus: readText(payment.status) ?? topic,
    currency: CURRENCY,
    totalMinor,
    placedAt: at ?? receivedAt,
    paidAt: status === "paid" ? at : null,
  });
  return asEvents(paymentEvent(order));
}

/** toyyibPay counts bills in sen and does not say of the callback: with a decimal point it must be ringgit. */
function amountOf(value: unknown): number | null {
  return readSen(value) ?? readAmount(value, CURRENCY);
}
