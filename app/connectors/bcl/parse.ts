import { readAmount } from "../amount-text";
import type { OrderStatus, PersonRef } from "../canonical";
import type { DatedTelling, ParseResult } from "../connector";
import { MALAYSIA_OFFSET } from "../malaysia-time";
import { orderOf, singleItem } from "../order-of";
import { asEvents, asNeedsAttention, asUnmappable } from "../parse-result";
import { paymentEvent } from "../payment-event";
import { personOrNull } from "../person";
import { readCurrency, readFirst, readRaw, readTime } from "../read";
import { readStatusWord } from "../status-words";
import { type BclPayment, findPayment, paymentId } from "./payment";

const TOPICS = /^(?:form-submit|payment-success|payment-failed|direct-debit|transaction)$/;
const NUMBERED: Readonly<Record<string, OrderStatus>> = { 2: "failed", 3: "paid", 4: "cancelled" };
const SAYS_PAID = /^(?:1|true|paid)$/i;

/** A form that was sent in, with what was paid for it; a form without a payment is an order that waits. */
export function parse({ topic, body, receivedAt }: DatedTelling): ParseResult {
  if (!TOPICS.test(topic)) {
    return asNeedsAttention(
      "unknown_topic",
      "event: expected form-submit, payment-success or payment-failed",
    );
  }
  const payment = findPayment(body);
  const id = paymentId(payment);
  if (id === null) return asUnmappable("order_number: expected an id");
  const currency = readCurrency(payment.currency) ?? "MYR";
  const amount = readFirst(payment, ["amount", "total", "total_amount"]);
  const totalMinor = amount === null ? 0 : readAmount(amount, currency);
  if (totalMinor === null) return asUnmappable("amount: expected a decimal amount");
  const status = statusOf(topic, payment);
  const time = (names: string[]) => readTime(readFirst(payment, names), MALAYSIA_OFFSET);
  const form = readFirst(payment, ["form_title", "product_name", "package"]);
  const order = orderOf({
    externalId: id,
    number: id,
    status,
    sourceStatus: readFirst(payment, ["status_description", "payment_status", "status"]) ?? topic,
    currency,
    totalMinor,
    placedAt: time(["created_at", "datetime", "submitted_at"]) ?? receivedAt,
    paidAt: status === "paid" ? time(["paid_at", "datetime"]) : null,
    paymentMethod: readFirst(payment, ["payment_channel", "payer_bank_name"]),
    person: personOf(payment),
    items: form === null ? [] : singleItem(form, totalMinor),
  });
  return asEvents(paymentEvent(order));
}

/** Any word for "paid" is enough: BCL has said it in four ways. */
function statusOf(topic: string, payment: BclPayment): OrderStatus {
  const said = readFirst(payment, ["payment_status", "status"]) ?? "";
  const known = NUMBERED[said] ?? readStatusWord(said);
  const isPaid = SAYS_PAID.test(readRaw(payment.is_paid) ?? "");
  if (topic === "payment-failed") return "failed";
  if (topic === "payment-success" || isPaid) return "paid";
  return known ?? "pending";
}

function personOf(payment: BclPayment): PersonRef | null {
  return personOrNull({
    platformId: null,
    email: readFirst(payment, ["payer_email", "email"]),
    phone: readFirst(payment, ["payer_telephone_number", "phone", "telephone_number"]),
    name: readFirst(payment, ["payer_name", "name", "full_name"]),
    company: null,
    address: null,
  });
}
