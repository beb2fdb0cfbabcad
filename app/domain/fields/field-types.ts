export const FIELD_TYPES = [
  "text",
  "number",
  "money",
  "date",
  "yes_no",
  "choice",
  "multi_choice",
  "url",
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export type ValueSource = "person" | "shop" | "import" | "api";

/** Fractional digits that a number keeps. */
export const NUMBER_DIGITS = 4;

/** What reading and storing a value needs to know about its field. */
export type FieldDefinition = {
  id: string;
  type: FieldType;
  options: readonly { id: string; label: string }[];
  isRequired: boolean;
  isUnique: boolean;
  /** What money without a currency is in. */
  currency: string | null;
};

/** A value as its type has it, checked. Money is minor units; a number is ten-thousandths; a date is `YYYY-MM-DD`. */
export type FieldValue =
  | { type: "text"; text: string }
  | { type: "url"; url: string }
  | { type: "number"; scaled: number }
  | { type: "money"; minor: number; currency: string }
  | { type: "date"; date: string }
  | { type: "yes_no"; isYes: boolean }
  | { type: "choice"; optionId: string }
  | { type: "multi_choice"; optionIds: string[] };

/** Types of which two customers can sensibly be forbidden to share a value. */
export function canBeUnique(type: FieldType): boolean {
  return type === "text" || type === "number" || type === "date" || type === "url";
}

/** Free text may hold contacts: roles that do not see them never see it. */
export function isAlwaysPrivate(type: FieldType): boolean {
  return type === "text" || type === "url";
}

export function hasOptions(type: FieldType): boolean {
  return type === "choice" || type === "multi_choice";
}
