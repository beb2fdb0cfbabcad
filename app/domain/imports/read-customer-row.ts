import type { ConsentChannel, ConsentState, PersonRef } from "~/connectors/canonical";
import { readYesNo } from "~/lib/read-yes-no";
import { type IdentityKey, type IdentityKind, identitiesOf } from "../customers/identity-key";
import type { FieldDefinition, FieldValue } from "../fields/field-types";
import { readFieldValue } from "../fields/read-field-value";
import type { ImportSettings } from "./import.schema";
import { keyColumns } from "./import-fields";
import type { ImportProblem } from "./import-outcomes";
import { readPersonCells } from "./read-person-cells";
import { openCells, type RowCells } from "./row-cells";

/** What a row says about a customer. */
export type CustomerRow = {
  row: number;
  person: PersonRef;
  /** Strongest first. */
  identities: IdentityKey[];
  /** The one that says whom the row is about. */
  home: IdentityKey;
  tags: string[];
  values: { field: FieldDefinition; value: FieldValue }[];
  consents: { channel: ConsentChannel; state: ConsentState }[];
};

export type ReadRow<T> = { row: number; read: T | null; problems: ImportProblem[] };

/** What reading a file's rows needs to know. */
export type ReadPlan = {
  settings: ImportSettings;
  places: ReadonlyMap<string, number>;
  shopId: string;
  fields: ReadonlyMap<string, FieldDefinition>;
  begin: Beginning;
};

/** What the custom fields of a customer begin with whom a row makes, and those that it has to fill in itself. */
export type Beginning = { values: CustomerRow["values"]; needed: readonly NeededField[] };
type NeededField = Pick<FieldDefinition, "id"> & { name: string };

const KINDS: Readonly<Record<string, IdentityKind>> = { number: "platform", email: "email", phone: "phone" };
const CHANNELS = ["email", "whatsapp", "sms"] as const;
const LONGEST_TAG = 40;
const MOST_TAGS = 20;

/** Reads a row of a file of customers; any problem rejects the whole row. Never throws. */
export function readCustomerRow(
  cellTexts: readonly string[],
  row: number,
  plan: ReadPlan,
): ReadRow<CustomerRow> {
  const { settings, places, shopId } = plan;
  const cells = openCells(cellTexts, places);
  const person = readPersonCells(cells, settings.country);
  const said = {
    tags: readTags(cells),
    values: readValues(cells, plan),
    consents: readConsents(cells),
  };
  const identities = identitiesOf(person, shopId);
  const asked = keyColumns(settings.key);
  const named = asked.flatMap((field) => identities.find((key) => key.kind === KINDS[field]) ?? []);
  const [home] = named;
  if (!home && asked.every((field) => cells.text(field) === "")) cells.wrong(asked[0] ?? "", "keyMissing");
  for (const { channel } of said.consents) requireAddress(cells, identities, channel);
  const { problems } = cells;
  if (!home || problems.length > 0) return { row, read: null, problems };
  return { row, read: { row, person, identities, home, ...said }, problems };
}

function readTags(cells: RowCells): string[] {
  const tags = cells
    .text("tags")
    .split(/[,;|\n]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  if (tags.length > MOST_TAGS) cells.wrong("tags", "tooManyTags", { most: MOST_TAGS });
  if (tags.some((tag) => tag.length > LONGEST_TAG)) cells.wrong("tags", "tagTooLong", { most: LONGEST_TAG });
  return tags;
}

/** Empty cells say nothing: what a field requires is asked where the row makes a customer. */
function readValues(cells: RowCells, { settings, fields }: ReadPlan): CustomerRow["values"] {
  const how = { dateOrder: settings.dateOrder, decimalMark: settings.decimal };
  return [...fields].flatMap(([target, field]) => {
    const reading = readFieldValue({ ...field, isRequired: false }, cells.text(target), how);
    if (!reading.isRead) cells.wrong(target, reading.problem);
    return reading.isRead && reading.value !== null ? [{ field, value: reading.value }] : [];
  });
}

function readConsents(cells: RowCells): CustomerRow["consents"] {
  return CHANNELS.flatMap((channel) => {
    const text = cells.text(`consent.${channel}`);
    if (text === "") return [];
    const isYes = readYesNo(text);
    if (isYes === null) cells.wrong(`consent.${channel}`, "notYesNo");
    return isYes === null ? [] : [{ channel, state: isYes ? "subscribed" : "unsubscribed" } as const];
  });
}

/** A consent is about an address: without one there is nothing to keep it under. */
function requireAddress(cells: RowCells, identities: readonly IdentityKey[], channel: ConsentChannel): void {
  const kind = channel === "email" ? "email" : "phone";
  if (!identities.some((key) => key.kind === kind)) cells.wrong(`consent.${channel}`, "consentAddress");
}
