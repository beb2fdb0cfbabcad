import { isWebAddress } from "~/lib/is-web-address";
import { currencyDigits, isCurrencyCode } from "~/lib/money";
import { type DateOrder, readDate } from "~/lib/read-date";
import { type DecimalMark, readDecimal, scaleDecimal } from "~/lib/read-decimal";
import { readYesNo } from "~/lib/read-yes-no";
import { foldText } from "../customers/search-text";
import { type FieldDefinition, type FieldValue, NUMBER_DIGITS } from "./field-types";

/** How the source writes dates and numbers; a null mark lets each number tell. */
export type ReadHow = { dateOrder: DateOrder; decimalMark: DecimalMark | null };

/** Forms of this region. */
export const USUAL_FORMS: ReadHow = { dateOrder: "dmy", decimalMark: null };

/** What is wrong with a value; `fields:problems.*` has the words, which say how to fix it. */
type FieldProblem =
  | "required"
  | "tooLong"
  | "tooLongUnique"
  | "notNumber"
  | "notMoney"
  | "noCurrency"
  | "notDate"
  | "notYesNo"
  | "notOption"
  | "notUrl";

/** `value` is null when the field is left empty. `found` is the part of the input that is wrong. */
export type FieldReading =
  | { isRead: true; value: FieldValue | null }
  | { isRead: false; problem: FieldProblem; found: string };

const LONGEST_FIELD_TEXT = 2000;
/** Unique texts are compared as a whole, and an index takes no more. */
const LONGEST_UNIQUE_TEXT = 200;
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/**
 * Reads what somebody typed, a file's cell or an API's text as a value of the
 * field: the one validation of forms, imports, API and webhook mappings. Several
 * choices come apart at line breaks, semicolons, bars and commas. Never throws.
 */
export function readFieldValue(field: FieldDefinition, input: string, how: ReadHow): FieldReading {
  const text = input.replace(UNSTORABLE, "").trim();
  if (text === "") return field.isRequired ? wrong("required", "") : { isRead: true, value: null };
  const value = READERS[field.type](text, field, how);
  return typeof value === "string" ? wrong(value, text) : { isRead: true, value };
}

type Reader = (text: string, field: FieldDefinition, how: ReadHow) => FieldValue | FieldProblem;

const READERS: Record<FieldDefinition["type"], Reader> = {
  text: (text, field) => checkLength(text, field) ?? { type: "text", text },
  url: readUrl,
  number: (text, _field, { decimalMark }) => {
    const decimal = readDecimal(text, decimalMark);
    const scaled = decimal === null ? null : scaleDecimal(decimal, NUMBER_DIGITS);
    return scaled === null ? "notNumber" : { type: "number", scaled };
  },
  money: readMoney,
  date: (text, _field, { dateOrder }) => {
    const date = readDate(text, dateOrder);
    return date === null ? "notDate" : { type: "date", date };
  },
  yes_no: (text) => {
    const isYes = readYesNo(text);
    return isYes === null ? "notYesNo" : { type: "yes_no", isYes };
  },
  choice: (text, field) => {
    const optionId = findOption(field, text);
    return optionId === null ? "notOption" : { type: "choice", optionId };
  },
  multi_choice: readChoices,
};

function wrong(problem: FieldProblem, found: string): FieldReading {
  return { isRead: false, problem, found: found.slice(0, 100) };
}

function checkLength(text: string, { isUnique }: FieldDefinition): FieldProblem | null {
  if (isUnique && foldText(text).length > LONGEST_UNIQUE_TEXT) return "tooLongUnique";
  return text.length > LONGEST_FIELD_TEXT ? "tooLong" : null;
}

/** "example.com/a" is written without the scheme more often than with it. */
function readUrl(text: string, field: FieldDefinition): FieldValue | FieldProblem {
  const full = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.parse(full);
  if (!url || !isWebAddress(full) || !url.hostname.includes(".") || /\s/.test(text)) return "notUrl";
  return checkLength(url.href, field) ?? { type: "url", url: url.href };
}

function readMoney(text: string, field: FieldDefinition, how: ReadHow): FieldValue | FieldProblem {
  const whole = text.toUpperCase();
  const before = /^[A-Z]{2,3}/.exec(whole)?.[0] ?? "";
  const rest = whole.slice(before.length);
  const after = /[A-Z]{2,3}$/.exec(rest)?.[0] ?? "";
  const amount = rest.slice(0, rest.length - after.length);
  const named = (before || after).replace(/^RM$/, "MYR");
  const currency = named || field.currency;
  const decimal = readDecimal(amount, how.decimalMark);
  if (decimal === null || (before && after)) return "notMoney";
  if (currency === null || !isCurrencyCode(currency)) return "noCurrency";
  const minor = scaleDecimal(decimal, currencyDigits(currency));
  return minor === null ? "notMoney" : { type: "money", minor, currency };
}

function readChoices(text: string, field: FieldDefinition): FieldValue | FieldProblem {
  const whole = findOption(field, text);
  if (whole !== null) return { type: "multi_choice", optionIds: [whole] };
  const labels = text
    .split(/[\n;|]/)
    .flatMap((part) => (findOption(field, part) === null ? part.split(",") : [part]))
    .filter((part) => part.trim() !== "");
  const ids = labels.map((label) => findOption(field, label));
  const known = ids.filter((id) => id !== null);
  if (known.length < ids.length || known.length === 0) return "notOption";
  return { type: "multi_choice", optionIds: [...new Set(known)] };
}

/** By label, whatever its case and accents, or by id. */
function findOption({ options }: FieldDefinition, text: string): string | null {
  const wanted = foldText(text.trim());
  return options.find(({ id, label }) => id === wanted || foldText(label) === wanted)?.id ?? null;
}
