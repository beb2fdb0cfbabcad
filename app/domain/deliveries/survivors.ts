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

/** An order or a subscription. `toldAt` dates what it says of a person. */
const telling = z.object({
  id: z.uuid(),
  shopId: z.uuid(),
  toldAt: instant,
  versionAt: instant,
  versionHash: z.string(),
  contact: z.object({ person: person.nullable() }).nullable(),
  /** Whether the record lost its identity and must find it again. */
  isUnlinked: z.boolean(),
});
type Retold = z.output<typeof telling>;

/** What was told after people were erased, read back from where it is kept. */
export const survivorsSchema = z.object({
  orders: z.array(telling),
  subscriptions: z.array(telling),
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
  tellAgain(draft, survivors.orders, draft.orders, draft.relinks);
  tellAgain(draft, survivors.subscriptions, draft.subscriptions, draft.subscriptionRelinks);
  for (const { kind, namespace, value, ...consent } of survivors.consents) {
    const identity = keyText({ kind, namespace, value });
    // An address that nothing survives of has nobody to consent.
    if (draft.identities.has(identity)) draft.consents.push({ ...consent, identity });
  }
}

type Own = { id: string; externalId: string; told: unknown; identity: string | null; isChanged: boolean };

/** What the records say of people; those that lost their identity find it again, as `own` or in `relinks`. */
function tellAgain<Row extends Own>(
  draft: BatchDraft,
  survivors: readonly Retold[],
  own: Map<string, Row>,
  relinks: Map<string, string>,
): void {
  const drafted = new Map([...own.values()].map((row) => [row.id, row]));
  for (const { id, shopId, contact, toldAt, versionAt, versionHash, isUnlinked } of survivors) {
    const person = contact?.person ?? null;
    const stamp = { at: toldAt, hash: `${versionAt} ${versionHash}` };
    const evidence = { person, identities: identitiesOf(person, shopId), at: toldAt, stamp, consents: [] };
    const { identity } = tellPerson(draft, evidence, "");
    const known = drafted.get(id);
    if (!isUnlinked || identity === null || known?.told) continue;
    if (known) own.set(known.externalId, { ...known, identity, isChanged: true });
    else relinks.set(id, identity);
  }
}
