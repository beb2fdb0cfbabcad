import {
  type ShopifyConsentInput,
  type ShopifyCustomerInput,
  shopifyEmailConsentBody,
} from "../../../app/connectors/shopify/fixtures/customer-body";
import { DAY_MS } from "./calendar";
import type { PlannedDelivery } from "./planned";
import { makeRandom } from "./random";

/** What a Shopify customer has agreed to at a time. */
export type ShopifyConsents = (at: Date) => Pick<ShopifyCustomerInput, "emailConsent" | "smsConsent">;

type Story = { email: ShopifyConsentInput; sms: ShopifyConsentInput | null; leavesAt: Date | null };

/** Nobody who walks in is asked. */
export const NO_CONSENTS: ShopifyConsents = () => ({});

/** The consents of one customer, decided with the first order; some leave the newsletter later. */
export function consentsOf(accountId: number, joinedAt: Date): ShopifyConsents {
  const story = storyOf(accountId, joinedAt);
  return (at) => ({ emailConsent: emailAt(story, at), smsConsent: story.sms });
}

/** The delivery that says that a customer has left the newsletter, if they do. */
export function leaveDeliveries(accountId: number, email: string, joinedAt: Date): PlannedDelivery[] {
  const story = storyOf(accountId, joinedAt);
  if (!story.leavesAt) return [];
  const { leavesAt } = story;
  return [
    {
      platform: "shopify",
      topic: "customers_email_marketing_consent/update",
      body: shopifyEmailConsentBody({ ...emailAt(story, leavesAt), customerId: accountId, email }),
      receivedAt: new Date(leavesAt.getTime() + 1200),
      name: `consent-${accountId}-${leavesAt.getTime() / 1000}`,
    },
  ];
}

function storyOf(accountId: number, joinedAt: Date): Story {
  const random = makeRandom(accountId + 1);
  const decided = (state: ShopifyConsentInput["state"], optInLevel: string | null): ShopifyConsentInput => ({
    state,
    optInLevel,
    updatedAt: joinedAt.toISOString(),
  });
  const email = random.weighted([
    [decided("subscribed", "single_opt_in"), 38],
    [decided("subscribed", "confirmed_opt_in"), 22],
    [decided("pending", "confirmed_opt_in"), 6],
    // Never asked, so there is nothing that was decided.
    [{ ...decided("not_subscribed", "single_opt_in"), updatedAt: null }, 34],
  ]);
  const leaves = email.state === "subscribed" && random.chance(0.14);
  const leavesAt = leaves ? new Date(joinedAt.getTime() + random.whole(5, 60) * DAY_MS) : null;
  return { email, leavesAt, sms: random.chance(0.18) ? decided("subscribed", "single_opt_in") : null };
}

function emailAt({ email, leavesAt }: Story, at: Date): ShopifyConsentInput {
  if (!leavesAt || at < leavesAt) return email;
  return { ...email, state: "unsubscribed", updatedAt: leavesAt.toISOString() };
}
