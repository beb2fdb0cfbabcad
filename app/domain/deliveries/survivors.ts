import * as z from "zod";
import type { PersonRef } from "~/connectors/canonical";
import { IDENTITY_KINDS, identitiesOf, kindRank } from "~/domain/customers/identity-key";
import type { BatchDraft } from "./batch-draft";
import { seeEdge, seeIdentity, tellPerson } from "./tell-person";

const instant = z.string().transform((text) => new Date(text).toISOString());
const text = z.string().nullable();
const address = z.object({
  line1: text,
  line2: text,
  city: text,
  state: text,
  postcode: text,
  country: text,
});
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
  edges: z.array(z.object({ from: end, to: end, firstSeenAt: instant })),
});
export type Survivors = z.output<typeof survivorsSchema>;

export function survivingPeople(survivors: Survivors): { person: PersonRef | null; shopId: string }[] {
  return survivors.orders.map(({ contact, shopId }) => ({ person: contact?.person ?? null, shopId }));
}

/** Tells survivors anew: their identities begin with them, without a link to what was erased. */
export function tellSurvivors(draft: BatchDraft, survivors: Survivors): void {
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
}
