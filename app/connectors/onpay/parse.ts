import { readAmount } from "../amount-text";
import type { Address, OrderItem, OrderState, OrderStatus, PersonRef } from "../canonical";
import { isCashOnDelivery } from "../cash-on-delivery";
import type { DatedTelling, ParseResult } from "../connector";
import { MALAYSIA_OFFSET } from "../malaysia-time";
import { orderOf, singleItem } from "../order-of";
import { asEvents, asNeedsAttention, asUnmappable } from "../parse-result";
import { personOrNull, toAddress } from "../person";
import { isRecord, readFirst, readId, readNumber, readText, readTime } from "../read";
import { findSale, type Sale, saleId } from "./sale";

const TOPICS = /^sale\.(?:created|confirmed|cancell?ed)$/;
const CURRENCY = "MYR";
const MOST_ITEMS = 1000;

/** OnPay promises only the event and the token; of the sale it takes every name that is likely. */
export function parse({ topic, body, receivedAt }: DatedTelling): ParseResult {
  if (!TOPICS.test(topic)) {
    return asNeedsAttention(
      "unknown_topic",
      "event_type: expected sale.created, sale.confirmed or sale.canceled",
    );
  }
  const sale = findSale(body);
  const id = saleId(sale);
  const totalMinor = readAmount(readFirst(sale, ["total_amount", "amount", "total"]), CURRENCY);
  if (id === null) return asUnmappable("id: expected an id");
  if (totalMinor === null) return asUnmappable("total_amount: expected a decimal amount");
  const order = toOrder(sale, { topic, id, totalMinor, receivedAt });
  return asEvents({ kind: "order.state", sourceTime: null, isOrderedByStatus: true, order });
}

type Told = { topic: string; id: string; totalMinor: number; receivedAt: string };

function toOrder(sale: Sale, { topic, id, totalMinor, receivedAt }: Told): OrderState {
  const time = (value: unknown) => readTime(value, MALAYSIA_OFFSET);
  const gateway = isRecord(sale.payment_gateway_log) ? sale.payment_gateway_log : {};
  const paymentMethod = readFirst(sale, ["payment_method", "payment_type", "payment_channel"]);
  const isCod = isCashOnDelivery(paymentMethod);
  const status = statusOf(topic, sale, isCod && readText(gateway.state) !== "paid");
  return orderOf({
    externalId: id,
    number: readFirst(sale, ["invoice_number", "invoice_no"]) ?? id,
    status,
    sourceStatus: topic,
    currency: CURRENCY,
    totalMinor,
    placedAt: time(sale.created_at) ?? receivedAt,
    paidAt: status === "paid" ? time(gateway.paid_at) : null,
    isCashOnDelivery: isCod,
    paymentMethod,
    person: personOf(sale),
    shippingAddress: addressOf(sale),
    items: itemsOf(sale, totalMinor),
  });
}

/** The seller confirms a sale; with cash on delivery that is no payment yet. */
function statusOf(topic: string, sale: Sale, isUnpaidCod: boolean): OrderStatus {
  if (topic.startsWith("sale.cancel")) return "cancelled";
  const isConfirmed = topic === "sale.confirmed" || readNumber(sale.status) === 1;
  return isConfirmed && !isUnpaidCod ? "paid" : "pending";
}

function personOf(sale: Sale): PersonRef | null {
  return personOrNull({
    platformId: null,
    email: readFirst(sale, ["client_email", "email", "customer_email"]),
    phone: readFirst(sale, ["client_phone_number", "phone", "phone_number", "mobile"]),
    name: readFirst(sale, ["client_fullname", "name", "fullname", "customer_name"]),
    company: null,
    address: addressOf(sale),
  });
}

function addressOf(sale: Sale): Address | null {
  return toAddress({
    line1: readFirst(sale, ["client_address", "address"]),
    line2: null,
    city: readFirst(sale, ["client_city", "city"]),
    state: readFirst(sale, ["client_state", "state"]),
    postcode: readFirst(sale, ["client_postcode", "postcode"]),
    country: readFirst(sale, ["client_country", "country"]),
  });
}

/** `products` may be a text, a list of texts or a list of records. */
function itemsOf(sale: Sale, totalMinor: number): OrderItem[] {
  const { products } = sale;
  if (Array.isArray(products)) return products.slice(0, MOST_ITEMS).flatMap(toItem);
  const name = readText(products) ?? readFirst(sale, ["form_title", "form_name"]);
  return name === null ? [] : singleItem(name, totalMinor);
}

function toItem(product: unknown, index: number): OrderItem[] {
  const record = isRecord(product) ? product : { name: product };
  const name = readFirst(record, ["name", "product_name", "title"]);
  if (name === null) return [];
  const quantity = readNumber(record.quantity ?? record.qty) ?? 1;
  const unitMinor = readAmount(record.price ?? record.unit_price, CURRENCY) ?? 0;
  const totalMinor =
    readAmount(record.subtotal ?? record.total, CURRENCY) ?? Math.round(unitMinor * quantity);
  const [item] = singleItem(name, Number.isSafeInteger(totalMinor) ? totalMinor : 0);
  const ids = { productExternalId: readId(record.product_id ?? record.id), sku: readText(record.sku) };
  return item ? [{ ...item, ...ids, externalId: `line-${index + 1}`, quantity }] : [];
}
