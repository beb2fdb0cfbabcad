import { isJsonTextWithinDepth } from "~/lib/json-depth";
import { readFormFields } from "./form-fields";
import { readMultipartFields } from "./multipart-fields";
import { nestFields } from "./nest-fields";

export type BodyFormat = "json" | "form" | "multipart";

/** Bodies nested deeper than this are not read. */
export const MAX_BODY_DEPTH = 64;

export type BodyReading =
  | { unreadable: null; format: BodyFormat; body: unknown }
  /** `text` is null when the bytes are not UTF-8. */
  | { unreadable: "not_json" | "not_utf8" | "too_deep"; text: string | null };

/**
 * What the bytes say, in one of the formats that the platform may use. Never
 * throws. JSON goes by its look, because senders label it wrongly; forms and
 * multipart bodies become objects, `a[b][0]=c` included.
 */
export function readBody(
  rawBody: ArrayBuffer | Uint8Array,
  contentType: string | undefined,
  formats: readonly BodyFormat[],
): BodyReading {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(rawBody);
  } catch {
    return { unreadable: "not_utf8", text: null };
  }
  const fields = formats.length > 1 ? readPairs(text, contentType, formats) : null;
  if (!fields) return readJson(text);
  const body = nestFields(fields.pairs, MAX_BODY_DEPTH);
  return body === null ? { unreadable: "too_deep", text } : { unreadable: null, format: fields.format, body };
}

function readJson(text: string): BodyReading {
  if (!isJsonTextWithinDepth(text, MAX_BODY_DEPTH)) return { unreadable: "too_deep", text };
  try {
    return { unreadable: null, format: "json", body: JSON.parse(text) };
  } catch {
    return { unreadable: "not_json", text };
  }
}

const LOOKS_LIKE_JSON = /^\s*[[{]/;
const LOOKS_LIKE_FORM = /^[\w.[\]%+-]+=/;

type Fields = { format: BodyFormat; pairs: readonly (readonly [string, string])[] };

/** The fields of a form or a multipart body; null for anything else. */
function readPairs(
  text: string,
  contentType: string | undefined,
  formats: readonly BodyFormat[],
): Fields | null {
  const type = contentType?.toLowerCase() ?? "";
  if (type.startsWith("multipart/form-data") && formats.includes("multipart")) {
    const pairs = readMultipartFields(text, contentType ?? "");
    return pairs && { format: "multipart", pairs };
  }
  const isForm = !LOOKS_LIKE_JSON.test(text) && LOOKS_LIKE_FORM.test(text);
  return isForm && formats.includes("form") ? { format: "form", pairs: readFormFields(text) } : null;
}
