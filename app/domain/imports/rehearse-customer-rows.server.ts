import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { keyText } from "../customers/identity-key";
import { type ApplyPlan, decideAll } from "./apply-customer-rows.server";
import { type Decision, uniqueKey } from "./decide-customer-row";
import { loadPeople } from "./load-people.server";
import { type ImportedPerson, importedPersonSchema } from "./people";
import { type PutAside, putAside, takeUp } from "./put-aside.server";
import { type CustomerRow, readCustomerRow } from "./read-customer-row";
import { type FileRow, readRowsBy } from "./read-file-rows";
import type { RehearsedRow } from "./rehearse-step.server";

/** Says what rows of customers would do, after all rows before them. */
export async function rehearseCustomerRows(
  tx: OrgTransaction,
  rows: readonly FileRow[],
  plan: ApplyPlan,
): Promise<RehearsedRow[]> {
  const { readable, rejected } = readRowsBy(readCustomerRow, rows, plan.read);
  const loaded = await loadPeople(tx, readable, { plan: plan.read, hasher: plan.hasher });
  const aside = await takeUp(tx, plan.importId, keysOf(readable));
  for (const { key, recordId, value } of aside) {
    if (key === TAGS) {
      for (const folded of z.array(z.string()).parse(value)) loaded.room.add(folded);
      continue;
    }
    if (recordId !== null && key.startsWith(UNIQUE)) loaded.holders.set(key.slice(UNIQUE.length), recordId);
    const person = value === null ? null : importedPersonSchema.parse(value);
    for (const known of person?.keys ?? []) if (person) loaded.people.set(known, person);
  }
  const decisions = decideAll(loaded, readable, plan);
  const tags = { key: TAGS, recordId: null, value: [...loaded.room] };
  await putAside(tx, plan.importId, [...decisions.flatMap(asideOf), ...(loaded.room.size > 0 ? [tags] : [])]);
  return [...decisions.map(exampleOf), ...rejected.map((row) => ({ ...row, label: "", diffs: [] }))];
}

const UNIQUE = "unique|";
/** Tags that there are, and those that rows further up would make. */
const TAGS = "tags|";

function keysOf(rows: readonly CustomerRow[]): string[] {
  const identities = rows.flatMap((row) => row.identities.map(keyText));
  return [TAGS, ...identities, ...rows.flatMap(uniqueKeys)];
}

const uniqueKeys = ({ values }: CustomerRow) =>
  values.flatMap(({ field, value }) => {
    const key = uniqueKey(field, value);
    return key === null ? [] : [UNIQUE + key];
  });

/** What later rows must know of this one. The person is kept with each of its keys, as the last row left it. */
function asideOf({ outcome, person, row }: Decision): PutAside[] {
  if (!person || (outcome !== "created" && outcome !== "changed")) return [];
  const keys = person.keys.map((key) => ({
    key,
    recordId: person.id,
    value: person satisfies ImportedPerson,
  }));
  return [...keys, ...uniqueKeys(row).map((key) => ({ key, recordId: person.id, value: null }))];
}

function exampleOf({ row, outcome, diffs, problems }: Decision): RehearsedRow {
  const { name, email, phone, platformId } = row.person;
  return { row: row.row, outcome, label: name ?? email ?? phone ?? platformId ?? "", diffs, problems };
}
