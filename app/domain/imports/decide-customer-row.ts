import { type IdentityKey, keyText } from "../customers/identity-key";
import type { FactStamp } from "../customers/profile-facts";
import type { FieldDefinition, FieldValue } from "../fields/field-types";
import { toStored } from "../fields/stored-value";
import { type AddedBelongings, addBelongings } from "./add-belongings";
import { type ChangedProfile, changeProfile } from "./change-profile";
import type { ImportSettings } from "./import.schema";
import type { FieldDiff, ImportProblem, RowOutcome } from "./import-outcomes";
import type { ImportedPerson, People } from "./people";
import type { Beginning, CustomerRow } from "./read-customer-row";
import { type TagRoom, tellLeftOut } from "./tag-room";

/** What a row would do. Facts, tags, values and consents are only those that differ. */
export type Decision = {
  row: CustomerRow;
  outcome: RowOutcome;
  person: ImportedPerson | null;
  /** Identities that the row tells, strongest first; those of other customers are left out. */
  told: IdentityKey[];
  newKeys: string[];
  wasTrashed: boolean;
  diffs: FieldDiff[];
  problems: ImportProblem[];
} & ChangedProfile &
  AddedBelongings;

const NOTHING = {
  told: [],
  newKeys: [],
  wasTrashed: false,
  diffs: [],
  problems: [],
  facts: {},
  tags: [],
  leftOut: [],
  values: [],
  consents: [],
};

export type DecidePlan = {
  mode: ImportSettings["mode"];
  stamp: (row: number) => FactStamp;
  /** Key texts of people who were erased. */
  erased: ReadonlySet<string>;
  /** Who holds the values of unique fields, by field and unique key. */
  holders: Map<string, string>;
  /** Grows with each tag that would be made. */
  room: TagRoom;
  /** Null where nobody is refused for a field, and nothing is filled in here. */
  begin: (Beginning & { places: ReadonlyMap<string, number> }) | null;
  newId: () => string;
};

/**
 * Says what a row does to the people known so far, and does it to them. An import
 * adds to one customer and never joins two: what belongs to another customer stays
 * there. Blanks erase nothing; what a person set stands.
 */
export function decideCustomerRow(people: People, said: CustomerRow, plan: DecidePlan): Decision {
  const known = findPerson(people, said);
  const row = known ? said : withBeginning(said, plan);
  const nothing = { row, person: known, ...NOTHING };
  const problem = findProblem(row, known, plan);
  if (problem) return { ...nothing, outcome: "rejected", problems: [problem] };
  if (known ? plan.mode === "create" : plan.mode === "update") return { ...nothing, outcome: "skipped" };
  const needed = known ? [] : findNeeded(row, plan);
  if (needed.length > 0) return { ...nothing, outcome: "rejected", problems: needed };

  const person = known ?? makePerson(plan.newId());
  const { facts, diffs } = changeProfile(person, row.person, plan.stamp(row.row));
  const { wasTrashed, told, newKeys } = claimKeys(people, person, row);
  const added = addBelongings(person, row, { at: plan.stamp(row.row).at, room: plan.room });
  for (const { field, value } of row.values) {
    const held = uniqueKey(field, value);
    if (held !== null) plan.holders.set(held, person.id);
  }
  const changes = [diffs, newKeys, added.tags, added.values, added.consents];
  const isSame = !wasTrashed && changes.every((part) => part.length === 0);
  const outcome = known === null ? "created" : isSame ? "skipped" : "changed";
  return {
    ...nothing,
    ...added,
    person,
    told,
    newKeys,
    facts,
    wasTrashed,
    outcome,
    diffs: [...diffs, ...added.diffs],
    problems: tellLeftOut(added.leftOut),
  };
}

/** Whom a row is about: by what identifies it, else by whatever else is known and may be the same person. */
function findPerson(people: People, { home, identities }: CustomerRow): ImportedPerson | null {
  const own = people.get(keyText(home));
  if (own) return own;
  const others = identities.flatMap((key) => people.get(keyText(key)) ?? []);
  return others.find((person) => fits(person, home, home)) ?? null;
}

function findProblem(row: CustomerRow, known: ImportedPerson | null, plan: DecidePlan): ImportProblem | null {
  if (!known && row.identities.some((key) => plan.erased.has(keyText(key))))
    return { column: null, code: "erased", found: "" };
  const isTaken = row.values.some(({ field, value }) => {
    const holder = plan.holders.get(uniqueKey(field, value) ?? "");
    return holder !== undefined && holder !== known?.id;
  });
  return isTaken ? { column: null, code: "taken", found: "" } : null;
}

/** The row with what the fields that it leaves out begin with. */
function withBeginning(row: CustomerRow, { begin }: DecidePlan): CustomerRow {
  const left = begin?.values.filter(({ field }) => !isFilled(row, field.id)) ?? [];
  return left.length === 0 ? row : { ...row, values: [...row.values, ...left] };
}

function findNeeded(row: CustomerRow, { begin }: DecidePlan): ImportProblem[] {
  const needed = begin?.needed.filter(({ id }) => !isFilled(row, id)) ?? [];
  return needed.map(({ id, name }) => ({
    ...{ column: begin?.places.get(`custom:${id}`) ?? null, code: "fieldRequired", found: "" },
    values: { name },
  }));
}

const isFilled = ({ values }: CustomerRow, fieldId: string) =>
  values.some(({ field }) => field.id === fieldId);

function claimKeys(people: People, person: ImportedPerson, { home, identities }: CustomerRow) {
  const told = identities.filter((key) => {
    const holder = people.get(keyText(key));
    return holder ? holder === person : key === home || fits(person, key, home);
  });
  const newKeys = told.map(keyText).filter((key) => !person.keys.includes(key));
  for (const key of newKeys) {
    person.keys.push(key);
    people.set(key, person);
  }
  const wasTrashed = person.isTrashed;
  person.isTrashed = false;
  return { told, newKeys, wasTrashed };
}

/**
 * Whether identity resolution would leave a new identity with the person: one
 * account per shop, and a phone proves nothing between two emails.
 */
function fits(person: ImportedPerson, key: IdentityKey, home: IdentityKey): boolean {
  if (key.kind === "platform")
    return !person.keys.some((text) => text.startsWith(`platform|${key.namespace}|`));
  if (key.kind === "phone" || home.kind === "platform") return true;
  return !person.keys.some((text) => text.startsWith("email|"));
}

function makePerson(id: string): ImportedPerson {
  return { id, isNew: true, isTrashed: false, keys: [], profile: {}, tags: [], values: {}, consents: {} };
}

/** Names a value that no two customers may share; null where they may. */
export function uniqueKey(field: FieldDefinition, value: FieldValue): string | null {
  const key = field.isUnique ? toStored(field, value)[0]?.unique_key : null;
  return key ? `${field.id}|${key}` : null;
}
