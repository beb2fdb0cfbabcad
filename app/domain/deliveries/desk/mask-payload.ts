/** What stands in place of something personal. */
export const MASK = "•••";

/** Words in a field's name that make its value personal, on any platform. */
const PERSONAL =
  /e?mail|emel|phone|mobile|telefon|(^|_)(tel|hp)(_|$)|whatsapp|recipient|username|display_?name|(first|last|full|nick|sur|given|family|account|customer|contact|buyer|payer|bill|card_?holder)_?name|address|alamat|street|jalan|line_?[12]\b|postcode|poskod|zip|postal|city\b|bandar|district|daerah|province|negeri|company|syarikat|birth|gender|nric|passport|national|\bic(_no)?\b|(^|_)ip(_|$)|user_agent|latitude|longitude|(^|_)note$|remark|catatan|message|comment|token|status_url/;
/** A bare name is somebody's within these, or beside a way to reach them; elsewhere it is a product's or a tax's. */
const NAME = /^(f?name\d?|nama|title|first|last)$/;
const PERSON =
  /customer|client|billing|shipping|destination|buyer|payer|address|contact|person|owner|user|pelanggan|pembeli/;
const REACH = /e?mail|emel|phone|mobile|telefon|(^|_)(tel|hp)(_|$)/;
const GOODS = /items?$|products?$|lines$|methods?$|zones?$|tax|price|discount/;
/** What may be read about somebody without saying who it is. */
const HARMLESS =
  /(^|_)(id|at|on|time|date|status|state_code|currency|type|kind|locale|language|country|country_code|count|total|amount|spent|price|sku|quantity|code|role|verified)($|_(gmt|utc))/;

const WORD = /[^\s<>"'(),;]+/g;
/** Digits as people write a phone: with a plus, or a zero and dashes or spaces. Prices, dates and ids stay. */
const PHONE =
  /(?<![\w.-])(?:\+\d|\(?0[1-9])(?:[\s().-]{0,2}\d){6,13}(?![\w-]|\.\d)|(?<![\w.-])60(?:1\d|[3-9])[\s-]?\d{3,4}[\s-]?\d{4}(?![\w-]|\.\d)/gu;

const isEmail = (word: string) => word.includes("@") && word.lastIndexOf(".") > word.indexOf("@");

/** Text without what looks like an email or a phone. */
export function maskText(text: string): string {
  const withoutEmails = text.replace(WORD, (word) => (isEmail(word) ? MASK : word));
  return withoutEmails.replace(PHONE, MASK);
}

/**
 * JSON text with everything personal replaced, otherwise letter by letter as it was; null when it
 * is no JSON, where nobody can tell what is personal.
 */
export function maskJson(text: string): string | null {
  try {
    return JSON.stringify(maskValue(JSON.parse(text), false));
  } catch {
    return null;
  }
}

/** Headers likewise: their names are as telling as fields. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isPersonal(name) ? MASK : maskText(value)]),
  );
}

const isPersonal = (name: string) => PERSONAL.test(snake(name));

/** `firstName`, `First Name` and `first-name` are `first_name`. */
const snake = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[\s.-]+/g, "_")
    .toLowerCase();

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** `isPerson`: it stands in somebody's record, where whatever is not known to be harmless goes. */
function maskValue(value: unknown, isPerson: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => maskValue(one, isPerson));
  if (isFields(value)) return maskFields(value, isPerson);
  if (typeof value === "string") return isPerson && value !== "" ? MASK : maskText(value);
  return typeof value === "number" && isPerson && value > 99_999_999 ? MASK : value;
}

function maskFields(fields: Fields, isPerson: boolean): Fields {
  const names = Object.keys(fields).map(snake);
  const isReachable = isPerson || names.some((name) => REACH.test(name));
  // `{ key: "billing_phone", value: … }` names its field beside it.
  const told = fields.key ?? fields.name;
  const isToldPersonal = typeof told === "string" && "value" in fields && isPersonal(told);
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const name = snake(field);
      const isName = NAME.test(name) && isReachable && !(typeof told === "string" && "value" in fields);
      if (PERSONAL.test(name) || isName || (isToldPersonal && name === "value"))
        return [field, maskAll(value)];
      if (GOODS.test(name)) return [field, maskValue(value, false)];
      if (isPerson && HARMLESS.test(name) && !isFields(value)) return [field, maskValue(value, false)];
      return [field, maskValue(value, isPerson || (isFields(value) && PERSON.test(name)))];
    }),
  );
}

function maskAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskAll);
  if (isFields(value)) return maskFields(value, true);
  return value === null || value === "" || typeof value === "boolean" ? value : MASK;
}
