import { keyText } from "../customers/identity-key";
import { writeFieldValue } from "../fields/stored-value";
import { foldTag } from "../tags/fold-tag";
import { readKnownValue } from "./field-value.schema";
import type { FieldDiff } from "./import-outcomes";
import type { ImportedPerson, KnownValue } from "./people";
import type { CustomerRow } from "./read-customer-row";
import { type TagRoom, takeRoom } from "./tag-room";

/** What a row adds to a customer besides facts; `before` is null where there was nothing. */
export type AddedBelongings = {
  /** Names as the file writes them. */
  tags: string[];
  /** Those that are news and for which the organization has no room. */
  leftOut: string[];
  values: { said: CustomerRow["values"][number]; before: KnownValue | null }[];
  /** Those that are not `isFirst` say otherwise than an earlier row of the file: undoing that one gives back. */
  consents: {
    said: CustomerRow["consents"][number];
    key: string;
    before: string | null;
    isFirst: boolean;
  }[];
};

type Added = AddedBelongings & { diffs: FieldDiff[] };

/**
 * Adds a row's tags, values and consents, where they are news and nobody said otherwise after `at`,
 * the import's time, and where the organization has `room` for its tags. In one file a refusal stands
 * over an agreement, whichever row comes last.
 */
export function addBelongings(
  person: ImportedPerson,
  row: CustomerRow,
  { at, room }: { at: string; room: TagRoom },
): Added {
  const added: Added = { tags: [], leftOut: [], values: [], consents: [], diffs: [] };
  for (const tag of row.tags) {
    const folded = foldTag(tag);
    if (person.tags.includes(folded)) continue;
    if (!takeRoom(room, tag)) {
      added.leftOut.push(tag);
      continue;
    }
    person.tags.push(folded);
    added.tags.push(tag);
  }
  if (added.tags.length > 0) added.diffs.push({ field: "tags", before: null, after: added.tags.join(", ") });
  for (const said of row.values) addValue(added, person, said, at);
  for (const said of row.consents) addConsent(added, person, { row, said, at });
  return added;
}

function addValue(
  added: Added,
  person: ImportedPerson,
  said: CustomerRow["values"][number],
  at: string,
): void {
  const { field, value } = said;
  const before = person.values[field.id] ?? null;
  const json = JSON.stringify(value);
  if (before && (before.json === json || before.at > at)) return;
  person.values[field.id] = { json, source: "import", actorId: null, at };
  added.values.push({ said, before });
  const known = before && readKnownValue(before.json);
  added.diffs.push({
    field: `custom:${field.id}`,
    before: known && writeFieldValue(field, known),
    after: writeFieldValue(field, value),
  });
}

function addConsent(
  added: Added,
  person: ImportedPerson,
  { row, said, at }: { row: CustomerRow; said: CustomerRow["consents"][number]; at: string },
): void {
  const kind = said.channel === "email" ? "email" : "phone";
  const address = row.identities.find((key) => key.kind === kind);
  // An address that is another customer's is left to them, with what was agreed to under it.
  if (!address || !person.keys.includes(keyText(address))) return;
  const place = `${keyText(address)}|${said.channel}`;
  const before = person.consents[place] ?? null;
  const isRefused = isOwn(before, at) && before?.state === "unsubscribed";
  if (before && (before.state === said.state || before.at > at || isRefused)) return;
  person.consents[place] = { state: said.state, source: "import", at };
  const state = before?.state ?? null;
  added.consents.push({ said, key: keyText(address), before: state, isFirst: !isOwn(before, at) });
  added.diffs.push({ field: `consent.${said.channel}`, before: state, after: said.state });
}

/** Whether an earlier row of the same import said it. */
function isOwn(known: { source: string; at: string } | null, at: string): boolean {
  return known?.source === "import" && known.at === at;
}
