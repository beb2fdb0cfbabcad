import { readAmount } from "../amount-text";
import type { OrderStatus } from "../canonical";
import type { DatedTelling, ParseResult } from "../connector";
import { MALAYSIA_OFFSET } from "../malaysia-time";
import { orderOf } from "../order-of";
import { asEvents, asIgnored, asNeedsAttention, asUnmappable } from "../parse-result";
import { paymentEvent } from "../payment-event";
import { personOrNull } from "../person";
import { isRecord, readCurrency, readText, readTime } from "../read";
import { paymentId } from "./payment-id";

const WITHOUT_PAYMENT = /^(?:authorization|bank_approval)$/;
const STATUSES: ReadonlyMap<string, OrderStatus> = new Map([
  ["0", "pending"],
  ["1", "pending"],
  ["2", "failed"],
  ["3", "paid"],
  ["4", "cancelled"],
]);

/** A transaction is an order of one payment; the mandate behind a direct debit is none. */
export function parse({ topic, body, receivedAt }: DatedTelling): ParseResult {
  if (WITHOUT_PAYMENT.test(topic)) return asIgnored("topic_not_used");
  if (topic !== "transaction") return asNeedsAttention("unknown_topic", "record_type: expected transaction");
  const payment = isRecord(body) ? body : {};
  const currency = readCurrency(payment.currency) ?? "MYR";
  const id = paymentId(payment);
  const status = STATUSES.get(readText(payment.status) ?? "");
  const totalMinor = readAmount(payment.amount, currency);
  if (id === null) return asUnmappable("order_number: expected an id");
  if (!status) return asUnmappable("status: expected 0 to 4");
  if (totalMinor === null) return asUnmappable("amount: expected a decimal amount");
  const at = readTime(payment.datetime, MALAYSIA_OFFSET);
  const person = {
    platformId: null,
    email: readText(payment.payer_email),
    phone: readText(payment.payer_telephone_number),
    name: readText(payment.payer_name),
    company: null,
    address: null,
  };
  const order = orderOf({
    externalId: id,
    number: id,
    status,
    sourceStatus: readText(payment.status_description) ?? status,
    currency,
    totalMinor,
    placedAt: at ?? receivedAt,
    paidAt: status === "paid" ? at : null,
    paymentMethod: readText(payment.payer_bank_name),
    person: personOrNull(person),
  });
  return asEvents(paymentEvent(order));
}
