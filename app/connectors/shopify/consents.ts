import * as z from "zod";
import type { ConsentChannel, ConsentFact, ConsentState } from "../canonical";
import { looseText, looseTime } from "../tolerant-schemas";

export const marketingConsentSchema = z.object({
  state: looseText,
  opt_in_level: looseText,
  consent_updated_at: looseTime("Z"),
});

type MarketingConsent = z.infer<typeof marketingConsentSchema>;

/** What a customer carries of their consents; older API versions have only `accepts_marketing`. */
type ConsentFields = {
  email_marketing_consent: MarketingConsent | null;
  sms_marketing_consent: MarketingConsent | null;
  accepts_marketing: boolean | null;
  accepts_marketing_updated_at: string | null;
  marketing_opt_in_level: string | null;
};

const STATES: ReadonlyMap<string, ConsentState> = new Map([
  ["subscribed", "subscribed"],
  ["unsubscribed", "unsubscribed"],
  ["pending", "pending"],
  ["not_subscribed", "never"],
]);

/** What the customer agreed to. A channel whose consent is absent or redacted has no fact. */
export function consentsOf(customer: ConsentFields): ConsentFact[] {
  return [
    ...(toFact("email", customer.email_marketing_consent) ?? olderEmailFact(customer)),
    ...(toFact("sms", customer.sms_marketing_consent) ?? []),
  ];
}

/** One channel's consent as a list of at most one fact; null when the platform sent no consent for it. */
export function toFact(channel: ConsentChannel, consent: MarketingConsent | null): ConsentFact[] | null {
  if (consent === null) return null;
  const state = STATES.get(consent.state?.toLowerCase() ?? "");
  if (state === undefined) return [];
  const { consent_updated_at: decidedAt, opt_in_level: optInLevel } = consent;
  return [{ channel, purpose: "marketing", state, decidedAt, optInLevel }];
}

/** False alone does not tell "never asked" from "left": the milder word is the truer one. */
function olderEmailFact(customer: ConsentFields): ConsentFact[] {
  if (customer.accepts_marketing === null) return [];
  return [
    {
      channel: "email",
      purpose: "marketing",
      state: customer.accepts_marketing ? "subscribed" : "never",
      decidedAt: customer.accepts_marketing_updated_at,
      optInLevel: customer.marketing_opt_in_level,
    },
  ];
}
