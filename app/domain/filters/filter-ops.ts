export const OPS = [
  "is",
  "isNot",
  "startsWith",
  "contains",
  "atLeast",
  "atMost",
  "between",
  "before",
  "after",
  "inLast",
  "notInLast",
  "anyOf",
  "allOf",
  "noneOf",
  "isEmpty",
  "isNotEmpty",
] as const;
export type Op = (typeof OPS)[number];

export type FieldType = "text" | "number" | "money" | "date" | "boolean" | "choice" | "tags";

/** What an operator compares with. `days` is a number of days before now. */
export type Operand = "none" | "one" | "pair" | "list" | "days";

const OPERANDS: Record<Op, Operand> = {
  is: "one",
  isNot: "one",
  startsWith: "one",
  contains: "one",
  atLeast: "one",
  atMost: "one",
  between: "pair",
  before: "one",
  after: "one",
  inLast: "days",
  notInLast: "days",
  anyOf: "list",
  allOf: "list",
  noneOf: "list",
  isEmpty: "none",
  isNotEmpty: "none",
};

/** The operators of a type, the most usual first. */
const OPS_OF_TYPE: Record<FieldType, readonly Op[]> = {
  text: ["is", "isNot", "startsWith"],
  number: ["is", "isNot", "atLeast", "atMost", "between"],
  money: ["atLeast", "atMost", "is", "between"],
  date: ["inLast", "notInLast", "is", "before", "after", "between"],
  boolean: ["is"],
  choice: ["anyOf", "noneOf"],
  tags: ["anyOf", "allOf", "noneOf"],
};

/** A field that a noun can be filtered by. */
export type Field = {
  type: FieldType;
  /** Holds what only roles with `contacts.view` may see or ask for. */
  needsContacts?: true;
  /** May be without a value. */
  isNullable?: true;
  /** Operators beyond the type's own. */
  moreOps?: readonly Op[];
  /** A choice's values where they are few and known. */
  options?: readonly string[];
};

export const operandOf = (op: Op): Operand => OPERANDS[op];

export function opsOf({ type, isNullable, moreOps = [] }: Field): Op[] {
  const emptiness: Op[] = isNullable ? ["isEmpty", "isNotEmpty"] : [];
  return [...OPS_OF_TYPE[type], ...moreOps, ...emptiness];
}
