import * as z from "zod";
import { IDENTITY_KINDS, identitiesOf, keyText, kindRank } from "~/domain/customers/identity-key";
import type { BatchDraft } from "./batch-draft";
import { address, instant, profileSchema, text } from "./stored-parts";
import { seeEdge, seeIdentity, tellPerson } from "./tell-person";

const person = z.object({
  platformId: text,
  email: text,
  phone: text,
  name: text,
  company: text,
  address: address.nullable(),
});
const end = z.object({ kind: z.enum(IDENTITY_KINDS), namespace: z.string(), value: z.string() });

/** What was told after people were erased, read back from where it is kept. */
export const survivorsSchema = z.object({
  orders: z.array(
    z.object({
      id: z.uuid(),
      shopId: z.uuid(),
      placedAt: instant,
      versionAt: instant,
      versionHash: z.string(),
      contact: z.object({ person: person.nullable() }).nullable(),
      /** Whether the order lost its identity and must find it again. */
      isUnlinked: z.boolean(),
    }),
  ),
  identities: z.array(end.extend({ firstSeenAt: instant, profile: profileSchema })),
  edges: z.array(z.object({ from: end, to: end, firstSeenAt: instant })),
  consents: z.array(
    end.extend({
      channel: z.enum(["email", "whatsapp", "sms"]),
      purpose: z.enum(["marketing"]),
      state: z.enum(["subscribed", "unsubscribed", "pending", "never"]),
      optInLevel: text,
      decidedAt: instant,
    }),
  ),
});
export type Survivors = z.output<typeof survivorsSchema>;

/** Tells survivors anew: their identities begin with them, without a link to what was erased. */
export function tellSurvivors(draft: BatchDraft, survivors: Survivors): void {
  for (const { firstSeenAt, profile, ...key } of survivors.identities) {
    draft.identities.set(keyText(key), { ...seeIdentity(draft, key, firstSeenAt), profile });
  }
  for (const { from, to, firstSeenAt } of survivors.edges) {
    const [stronger, weaker] = kindRank(from.kind) < kindRank(to.kind) ? [from, to] : [to, from];
    const ends = [
      seeIdentity(draft, stronger, firstSeenAt),
      seeIdentity(draft, weaker, firstSeenAt),
    ] as const;
    seeEdge(draft, ...ends, firstSeenAt);
  }
  const ownOrders = new Map([...draft.orders.values()].map((order) => [order.id, order]));
  for (const { id, shopId, contact, placedAt, versionAt, versionHash, isUnlinked } of survivors.orders) {
    const person = contact?.person ?? null;
    const stamp = { at: placedAt, hash: `${versionAt} ${versionHash}` };
    const evidence = { person, identities: identitiesOf(person, shopId), at: placedAt, stamp, consents: [] };
    const { identity } = tellPerson(draft, evidence, "");
    const own = ownOrders.get(id);
    if (!isUnlinked || identity === null || own?.told) continue;
    if (own) draft.orders.set(own.externalId, { ...own, identity, isChanged: true });
    else draft.relinks.set(id, identity);
  }
  for (const { kind, namespace, value, ...consent } of survivors.consents) {
    const identity = keyText({ kind, namespace, value });
    // An address that nothing survives of has nobody to consent.
    if (draft.identities.has(identity)) draft.consents.push({ ...consent, identity });
  }
}
