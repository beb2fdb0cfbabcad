import { keyText } from "../customers/identity-key";
import { writeFieldValue } from "../fields/stored-value";
import { foldTag } from "../tags/fold-tag";
import type { FieldDiff } from "./import-outcomes";
import type { ImportedPerson } from "./people";
import type { CustomerRow } from "./read-customer-row";

/** What a row adds to a customer besides facts; `before` is null where there was nothing. */
export type AddedBelongings = {
  /** Names as the file writes them. */
  tags: string[];
  values: { said: CustomerRow["values"][number]; before: string | null }[];
  consents: { said: CustomerRow["consents"][number]; key: string; before: string | null }[];
};

/** Adds a row's tags, values and consents, where they are news. */
export function addBelongings(
  person: ImportedPerson,
  row: CustomerRow,
): AddedBelongings & { diffs: FieldDiff[] } {
  const added: AddedBelongings & { diffs: FieldDiff[] } = { tags: [], values: [], consents: [], diffs: [] };
  for (const tag of row.tags) {
    const folded = foldTag(tag);
    if (person.tags.includes(folded)) continue;
    person.tags.push(folded);
    added.tags.push(tag);
    added.diffs.push({ field: "tags", before: null, after: tag });
  }
  for (const said of row.values) {
    const [json, before] = [JSON.stringify(said.value), person.values[said.field.id] ?? null];
    if (json === before) continue;
    person.values[said.field.id] = json;
    added.values.push({ said, before });
    const after = writeFieldValue(said.field, said.value);
    added.diffs.push({ field: `custom:${said.field.id}`, before: null, after });
  }
  for (const said of row.consents) {
    const kind = said.channel === "email" ? "email" : "phone";
    const address = row.identities.find((key) => key.kind === kind);
    // An address that is another customer's is left to them, with what was agreed to under it.
    if (!address || !person.keys.includes(keyText(address))) continue;
    const place = `${keyText(address)}|${said.channel}`;
    const before = person.consents[place] ?? null;
    if (before === said.state) continue;
    person.consents[place] = said.state;
    added.consents.push({ said, key: keyText(address), before });
    added.diffs.push({ field: `consent.${said.channel}`, before, after: said.state });
  }
  return added;
}
