import type { Profile } from "~/db/schema/profile";
import type { IdentityKey } from "~/domain/customers/identity-key";
import { personFacts } from "~/domain/customers/profile-facts";
import { type CustomerColumns, projectCustomer } from "~/domain/customers/project-customer";
import { MERGE_FIELDS, type MergeField } from "./merge-fields";

/** One of two customers: what it is known by, and what a person set on it. */
export type MergeParty = { identities: readonly (IdentityKey & { profile: Profile })[]; own: Profile };

/**
 * What stands on the survivor of a merge as set by a person, so that it looks as was
 * chosen: from the absorbed what is `taken` or what only it has. What both customers'
 * evidence shows by itself stays theirs, and follows what shops tell next.
 * Both have their most senior identity first; `at` is ISO 8601 UTC.
 */
export function mergedFacts(input: {
  survivor: MergeParty;
  absorbed: MergeParty;
  /** Of both, most senior first. */
  identities: MergeParty["identities"];
  taken: ReadonlySet<string>;
  at: string;
}): Profile {
  const sides = [input.survivor, input.absorbed].map(({ identities, own }) =>
    projectCustomer(identities, own),
  );
  const [survivor, absorbed] = sides;
  const natural = projectCustomer(input.identities, {});
  const own: Profile = {};
  for (const field of MERGE_FIELDS) {
    const chosen = pick(field, { survivor, absorbed, isTaken: input.taken.has(field) });
    if (chosen) keep(own, field, { chosen, natural, at: input.at });
  }
  return own;
}

/**
 * What stands on the survivor after a split: where it is still what the merge left
 * there, what was before; where a person changed it since, that.
 */
export function factsAfterSplit(input: { now: Profile; applied: Profile; before: Profile }): Profile {
  const { now, applied, before } = input;
  const isUntouched = (field: MergeField) => JSON.stringify(now[field]) === JSON.stringify(applied[field]);
  return Object.fromEntries(
    MERGE_FIELDS.flatMap((field) => {
      const fact = isUntouched(field) ? before[field] : now[field];
      return fact ? [[field, fact]] : [];
    }),
  );
}

type Sides = { survivor?: CustomerColumns; absorbed?: CustomerColumns; isTaken: boolean };

function pick(field: MergeField, { survivor, absorbed, isTaken }: Sides): CustomerColumns | undefined {
  const [own, other] = [survivor && shownOf(field, survivor), absorbed && shownOf(field, absorbed)];
  if (other && (isTaken || !own)) return absorbed;
  return own ? survivor : undefined;
}

function keep(
  own: Profile,
  field: MergeField,
  { chosen, natural, at }: { chosen: CustomerColumns; natural: CustomerColumns; at: string },
): void {
  const set = personFacts(chosen.profile)[field];
  if (set) Object.assign(own, { [field]: set });
  else if (shownOf(field, chosen) !== shownOf(field, natural)) {
    Object.assign(own, { [field]: { value: factValue(field, chosen), at, hash: "", source: "person" } });
  }
}

function factValue(field: MergeField, columns: CustomerColumns) {
  if (field === "address") return columns.profile.address?.value;
  return field === "phone" ? (columns.phoneRaw ?? columns.phone) : columns[field];
}

/** What two sides are compared by; empty for nothing. */
function shownOf(field: MergeField, columns: CustomerColumns): string {
  const value = field === "phone" ? (columns.phone ?? columns.phoneRaw) : factValue(field, columns);
  return value ? JSON.stringify(value) : "";
}
