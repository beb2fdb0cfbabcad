import type { FixtureBuyer } from "../../../app/connectors/fixtures/buyer";
import { costsOf, fillBasket, fillCompanyBasket } from "./baskets";
import type { Buyer, ShopContact } from "./buyers";
import { writeEmail, writeName, writePhone } from "./contact-forms";
import type { DemoPlatform } from "./demo-platform";
import { makeSteps } from "./order-steps";
import type { Payment, PlannedOrder } from "./planned";
import { makeRandom, type Random } from "./random";

const PAYMENTS: Record<DemoPlatform, readonly (readonly [Payment, number])[]> = {
  woocommerce: [
    ["online", 50],
    ["card", 16],
    ["cod", 18],
    ["transfer", 16],
  ],
  shopify: [
    ["online", 44],
    ["card", 36],
    ["cod", 12],
    ["transfer", 8],
  ],
};

/** Orders of the Shopify shop that the seller made to try it out, by number. */
const TEST_NUMBERS = [1004, 1131];

type Slot = { at: Date; buyer: Buyer; isFirst: boolean };

/** One order per instant. Every buyer buys at least once; who buys again is a matter of loyalty. */
export function makeOrders(
  instants: readonly Date[],
  buyers: readonly Buyer[],
  random: Random,
): PlannedOrder[] {
  const numbers = { woocommerce: 4100, shopify: 1000 };
  return assignBuyers(instants, buyers, random).map((slot) => {
    const { woocommerce, shopify } = slot.buyer.contacts;
    const isWoo = woocommerce && (!shopify || random.chance(0.55));
    const platform = isWoo ? "woocommerce" : "shopify";
    // WooCommerce counts pages and pictures among its orders.
    numbers[platform] += isWoo ? random.whole(1, 3) : 1;
    return makeOrder(slot, platform, numbers[platform], random);
  });
}

/** Newcomers are spread over the whole time, so that every day has some. */
function assignBuyers(instants: readonly Date[], buyers: readonly Buyer[], random: Random): Slot[] {
  const known: (readonly [Buyer, number])[] = [];
  return instants.map((at, index) => {
    const newcomer = buyers[known.length];
    const isFirst = random.chance((buyers.length - known.length) / (instants.length - index));
    if (newcomer && (isFirst || known.length === 0)) {
      known.push([newcomer, newcomer.loyalty]);
      return { at, buyer: newcomer, isFirst: true };
    }
    return { at, buyer: random.weighted(known), isFirst: false };
  });
}

function makeOrder(slot: Slot, platform: DemoPlatform, number: number, random: Random): PlannedOrder {
  const { at, buyer } = slot;
  const contact = contactOf(buyer, platform);
  const isWalkIn = platform === "shopify" && !slot.isFirst && random.chance(0.03);
  const isWoo = platform === "woocommerce";
  const firstLineId = isWoo ? number * 5 : 14_000_000_000_000 + number * 40;
  const items =
    buyer.company && isWoo
      ? fillCompanyBasket(firstLineId, random)
      : fillBasket(platform, firstLineId, random);
  const costs = costsOf(items, buyer.town.state, at, random);
  const payment = paymentOf(platform, contact, random);
  const order = {
    platform,
    id: isWoo ? number : 5_600_000_000_000 + number * 37,
    number,
    buyer: isWalkIn ? null : typedBuyer(buyer, contact, random),
    company: buyer.company,
    accountId: contact.accountId,
    items,
    ...costs,
    payment,
    isTest: !isWoo && TEST_NUMBERS.includes(number),
  };
  if (isWalkIn) return { ...order, ...withoutShipping(order), steps: soldAtOnce(at) };
  return { ...order, steps: makeSteps({ ...order, placedAt: at }, random) };
}

function contactOf(buyer: Buyer, platform: DemoPlatform): ShopContact {
  const contact = buyer.contacts[platform];
  if (!contact) throw new Error(`buyer ${buyer.index} is not known to ${platform}`);
  return contact;
}

/** Those who order by phone pay by transfer or at the door. */
function paymentOf(platform: DemoPlatform, { email }: ShopContact, random: Random): Payment {
  return random.weighted(email ? PAYMENTS[platform] : PAYMENTS.woocommerce.slice(2));
}

/** A guest types everything anew; an account keeps what was typed once. */
export function typedBuyer(buyer: Buyer, contact: ShopContact, random: Random): FixtureBuyer {
  const typing = contact.accountId > 0 ? makeRandom(contact.accountId) : random;
  return {
    name: writeName(contact.name, typing),
    email: writeEmail(contact.email, typing),
    phone: writePhone(contact.phone, typing),
    line1: buyer.line1,
    ...buyer.town,
  };
}

function withoutShipping({ totalMinor, shippingMinor }: { totalMinor: number; shippingMinor: number }) {
  return { shippingMinor: 0, totalMinor: totalMinor - shippingMinor, accountId: 0, company: "" };
}

function soldAtOnce(at: Date): PlannedOrder["steps"] {
  return [
    { kind: "placed", at },
    { kind: "paid", at },
    { kind: "sent", at },
  ];
}
