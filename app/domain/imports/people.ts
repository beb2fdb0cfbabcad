import * as z from "zod";
import type { Profile } from "~/db/schema/profile";
import { type IdentityKey, keyText } from "../customers/identity-key";
import { mergeProfiles, personFacts } from "../customers/profile-facts";
import { profileSchema } from "../deliveries/stored-parts";

const saidSchema = z.object({
  source: z.string(),
  /** ISO 8601 UTC. */
  at: z.string(),
});

/** What a custom field holds: its value as JSON, and who said so when. */
export const knownValueSchema = saidSchema.extend({ json: z.string(), actorId: z.uuid().nullable() });
export type KnownValue = z.output<typeof knownValueSchema>;

/**
 * A customer as an import meets it: read from the database, or told of by an
 * earlier row of the same file. Plain JSON, so that a rehearsal can put it aside.
 */
export const importedPersonSchema = z.object({
  /** The customer's, or made up for one that would be created. */
  id: z.uuid(),
  isNew: z.boolean(),
  isTrashed: z.boolean(),
  /** Key texts of its identities. */
  keys: z.array(z.string()),
  profile: profileSchema,
  /** Folded names. */
  tags: z.array(z.string()),
  /** Values of custom fields by field id. */
  values: z.record(z.string(), knownValueSchema),
  /** The latest consents by key text and channel. */
  consents: z.record(z.string(), saidSchema.extend({ state: z.string() })),
});
export type ImportedPerson = z.output<typeof importedPersonSchema>;

/** People by the key texts of their identities. */
export type People = Map<string, ImportedPerson>;

type KnownState = {
  identities: readonly (IdentityKey & { customerId: string; profile: Profile; isHub: boolean })[];
  customers: readonly { id: string; profile: Profile; deletedAt: string | null }[];
};

/** What the database knows of the customers besides their identities. */
export type Belongings = {
  tags: readonly { customerId: string; folded: string }[];
  values: readonly { customerId: string; fieldId: string; value: KnownValue }[];
  /** The oldest first. */
  consents: readonly { key: string; channel: string; state: string; source: string; at: string }[];
};

/** The people of a batch, as the database has them. */
export function peopleOf({ identities, customers }: KnownState, belongings: Belongings): People {
  const byId = new Map<string, ImportedPerson>();
  for (const { id, deletedAt } of customers) {
    const none = { keys: [], profile: {}, tags: [], values: {}, consents: {} };
    byId.set(id, { id, isNew: false, isTrashed: deletedAt !== null, ...none });
  }
  const people: People = new Map();
  const own = new Map(customers.map(({ id, profile }) => [id, personFacts(profile)]));
  for (const identity of identities) {
    const person = byId.get(identity.customerId);
    if (!person) continue;
    person.keys.push(keyText(identity));
    person.profile = mergeProfiles([person.profile, identity.profile]);
    people.set(keyText(identity), person);
  }
  for (const person of byId.values()) Object.assign(person.profile, own.get(person.id));
  for (const { customerId, folded } of belongings.tags) byId.get(customerId)?.tags.push(folded);
  for (const { customerId, fieldId, value } of belongings.values) {
    const person = byId.get(customerId);
    if (person) person.values[fieldId] = value;
  }
  for (const { key, channel, ...said } of belongings.consents) {
    const person = people.get(key);
    if (person) person.consents[`${key}|${channel}`] = said;
  }
  return people;
}
