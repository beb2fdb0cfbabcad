import { createHash } from "node:crypto";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { CanonicalEvent, OrderState, PersonRef, SubscriptionState } from "~/connectors/canonical";
import { inOrgTransaction } from "~/db/org-transaction";
import { recountCustomers } from "~/domain/customers/recount-customers.server";
import {
  checkoutState,
  customerState,
  orderState,
  person,
  productState,
  subscriptionState,
} from "../../../tests/factories/canonical";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { applyInput, wooReceived } from "../../../tests/factories/deliveries";
import { pictureOf } from "../../../tests/factories/org-picture";
import { createTestDatabase } from "../../../tests/setup/database";
import { applyInterpreted } from "./apply-deliveries.server";
import type { Interpreted } from "./interpret-delivery";

const database = await createTestDatabase();
const RUNS = 60;

/** An event with the time at which its inbox received it, which does not change when it comes again. */
type Told = { event: CanonicalEvent; receivedAt: string };

const day = (n: number, hour = 0) => new Date(Date.UTC(2026, 10, n, hour)).toISOString();
const ERASED_ON = 10;
/** The order that the request to erase names. */
const LISTED = "102";
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

const people: fc.Arbitrary<PersonRef> = fc
  .record({
    platformId: oneOf(null, "1", "2"),
    email: oneOf(null, "ali@x.my", "siti@x.my", "Ali@X.my "),
    phone: oneOf(null, "012-345 6789", "+60139876543"),
    name: oneOf(null, "Ali", "Siti"),
    company: oneOf(null, "Kedai"),
  })
  .map(person);

const refundOf = (orderExternalId: string) =>
  oneOf("1", "2").map((id) => ({
    externalId: `${orderExternalId}-${id}`,
    orderExternalId,
    amountMinor: 1000,
    currency: "MYR",
    reason: null,
    refundedAt: null,
  }));
/** A decision is no later than the record that tells it. */
const consentsUntil = (lastDay: number) =>
  fc.array(
    fc.record({
      channel: oneOf("email" as const, "sms" as const),
      purpose: oneOf("marketing" as const),
      state: oneOf("subscribed" as const, "unsubscribed" as const),
      decidedAt: oneOf(day(2), day(lastDay)),
      optInLevel: oneOf(null),
    }),
    { maxLength: 2 },
  );

/** The states of an order share when it was placed and, where what was erased must be told apart by it, its buyer. */
function orderEvents(id: string, placedOn: number, buyer: PersonRef, areRefundsComplete: boolean) {
  const state = fc.record({
    status: oneOf<OrderState["status"]>("pending", "paid", "fulfilled", "cancelled", "refunded", "failed"),
    totalMinor: oneOf(5000, 7000),
    person: placedOn > ERASED_ON || id === LISTED ? fc.constant(buyer) : people,
    consents: consentsUntil(placedOn),
    refunds: fc.uniqueArray(refundOf(id), { selector: (one) => one.externalId, maxLength: 2 }),
    isTest: fc.boolean(),
  });
  const items = [{ externalId: "1", name: "Sambal", quantity: 1, totalMinor: 5000, taxMinor: 0 }].map(
    (item) => ({
      ...item,
      productExternalId: null,
      variantExternalId: null,
      sku: null,
    }),
  );
  const told = fc.record({ state, hour: fc.nat(3), isRestored: fc.boolean(), itemCount: fc.nat(1) }).map(
    ({ state, hour, isRestored, itemCount }): CanonicalEvent => ({
      kind: "order.state",
      sourceTime: day(placedOn + 1, hour),
      order: orderState({
        ...state,
        externalId: id,
        sourceStatus: state.status,
        placedAt: day(placedOn),
        checkoutExternalId: `50${id.at(-1)}`,
        subscriptionExternalId: placedOn % 2 ? "301" : null,
        areRefundsComplete,
        items: items.slice(itemCount),
      }),
      ...(isRestored && { isRestored }),
    }),
  );
  const removed = fc.constant<CanonicalEvent>({ kind: "order.removed", sourceTime: null, externalId: id });
  const refunded = refundOf(id).map(
    (refund): CanonicalEvent => ({ kind: "refund.recorded", sourceTime: null, refund }),
  );
  return areRefundsComplete
    ? fc.oneof({ weight: 4, arbitrary: told }, removed)
    : fc.oneof({ weight: 4, arbitrary: told }, removed, refunded);
}

const customerEvents = fc
  .record({
    id: oneOf("1", "2"),
    who: people,
    on: fc.integer({ min: 2, max: 14 }),
    consents: consentsUntil(8),
    isRemoved: fc.boolean(),
  })
  .map(
    ({ id, who, on, consents, isRemoved }): CanonicalEvent =>
      isRemoved
        ? { kind: "customer.removed", sourceTime: null, externalId: id }
        : {
            kind: "customer.state",
            sourceTime: day(on),
            customer: customerState({
              externalId: id,
              createdAt: day(1),
              person: { ...who, platformId: id },
              consents,
            }),
          },
  );
const productEvents = fc
  .record({ on: fc.integer({ min: 2, max: 5 }), name: oneOf("Sambal", "Kicap"), isRemoved: fc.boolean() })
  .map(
    ({ on, name, isRemoved }): CanonicalEvent =>
      isRemoved
        ? { kind: "product.removed", sourceTime: null, externalId: "9" }
        : { kind: "product.state", sourceTime: day(on), product: productState({ name }) },
  );
const subscriptionEvents = (id: string, startedOn: number, who: fc.Arbitrary<PersonRef>) =>
  fc
    .record({
      person: who,
      status: oneOf<SubscriptionState["status"]>("pending", "trial", "active", "cancelled"),
      amountMinor: oneOf(3900, 4900),
      hour: fc.nat(3),
      isRestored: fc.boolean(),
      isRemoved: oneOf(false, false, false, true),
    })
    .map(({ person, status, amountMinor, hour, isRestored, isRemoved }): CanonicalEvent => {
      if (isRemoved) return { kind: "subscription.removed", sourceTime: null, externalId: id };
      const told = { externalId: id, person, status, amountMinor, startedAt: day(startedOn) };
      const subscription = subscriptionState({ ...told, parentOrderExternalId: "101" });
      const sourceTime = day(startedOn + 1, hour);
      return { kind: "subscription.state", sourceTime, subscription, ...(isRestored && { isRestored }) };
    });

/** The order of the same last digit, if there is one, completes it. */
const checkoutEvents = (id: string, startedOn: number) =>
  fc
    .record({
      who: people,
      totalMinor: oneOf(5000, 7000),
      minute: fc.nat(6).map((n) => n * 30),
      isCompleted: oneOf(false, false, true),
      isRemoved: oneOf(false, false, false, true),
    })
    .map(({ who, totalMinor, minute, isCompleted, isRemoved }): CanonicalEvent => {
      if (isRemoved) return { kind: "checkout.removed", sourceTime: null, externalId: id };
      const startedAt = day(startedOn);
      const activeAt = new Date(Date.parse(startedAt) + minute * 60_000).toISOString();
      const completedAt = isCompleted ? activeAt : null;
      const told = { externalId: id, person: who, totalMinor, startedAt, activeAt, completedAt };
      return { kind: "checkout.state", sourceTime: activeAt, checkout: checkoutState(told) };
    });
const erasure = people.map(
  (who): CanonicalEvent => ({
    kind: "privacy.customer_erased",
    sourceTime: null,
    person: { ...who, platformId: who.platformId ?? "1" },
    orderExternalIds: [LISTED],
  }),
);

/** What a shop tells over a fortnight; somebody may be erased on the tenth day and buy again later. */
const shopStories = fc
  .tuple(fc.boolean(), people, fc.boolean())
  .chain(([areRefundsComplete, buyer, isErasing]) => {
    const events = fc.oneof(
      ...["101", "102", "103"].map((id, i) => orderEvents(id, 2 + i, buyer, areRefundsComplete)),
      orderEvents("104", 11, buyer, areRefundsComplete),
      customerEvents,
      productEvents,
      subscriptionEvents("301", 3, people),
      subscriptionEvents("302", 11, fc.constant(buyer)),
      ...[checkoutEvents("503", 3), checkoutEvents("504", 10), checkoutEvents("505", 11)],
    );
    const received = fc.record({ event: events, on: fc.integer({ min: 1, max: 14 }) });
    return fc
      .tuple(fc.array(received, { minLength: 1, maxLength: 12 }), isErasing ? erasure : fc.constant(null))
      .map(([told, erased]): Told[] => [
        ...told.map(({ event, on }) => ({ event, receivedAt: day(on, 12) })),
        ...(erased ? [{ event: erased, receivedAt: day(ERASED_ON) }] : []),
      ]);
  });

function deliveryOf({ event, receivedAt }: Told): Interpreted {
  const bodyHash = createHash("sha256").update(JSON.stringify(event)).digest("hex");
  const delivery = { ...wooReceived({}, { topic: "order.updated" }), id: uuidv7(), receivedAt, bodyHash };
  return { delivery, events: [event], verdict: null };
}

async function apply(shop: ConnectedShop, told: readonly Told[]): Promise<void> {
  const deliveries = told
    .map(deliveryOf)
    .map((one, i) => ({ ...one, delivery: { ...one.delivery, seq: i + 1 } }));
  await applyInterpreted(applyInput(database, shop, []), deliveries);
}

/** How many of the organization's customers a recount finds wrong. */
const countWrong = ({ orgId }: ConnectedShop) =>
  inOrgTransaction(database.url, orgId, async (tx) => {
    const ids = await database.owner.query("select id from customers where org_id = $1", [orgId]);
    return recountCustomers(
      tx,
      ids.rows.map((row) => row.id),
    );
  });

const connect = () => createConnectedShop((text, values) => database.owner.query(text, values));

test("[2.1c] [1.3h] R4: any order and any repetition of a shop's events ends in the same rows", async () => {
  const arrivals = shopStories.chain((story) =>
    fc.subarray(story).chain((again) => {
      const all = [...story, ...again];
      return fc.record({
        story: fc.constant(story),
        arrival: fc.shuffledSubarray(all, { minLength: all.length }),
        batch: fc.integer({ min: 1, max: 5 }),
      });
    }),
  );
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ story, arrival, batch }) => {
      const [plain, shuffled] = await Promise.all([connect(), connect()]);
      await apply(plain, story);
      for (let i = 0; i < arrival.length; i += batch) await apply(shuffled, arrival.slice(i, i + batch));
      const [expected, actual] = await Promise.all([
        pictureOf(database.owner, plain.orgId),
        pictureOf(database.owner, shuffled.orgId),
      ]);
      expect(actual).toEqual(expected);
      expect(await countWrong(shuffled)).toBe(0);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 120_000);
