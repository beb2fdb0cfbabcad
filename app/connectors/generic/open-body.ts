import { isJsonTextWithinDepth } from "~/lib/json-depth";
import { MAX_BODY_DEPTH } from "../body/read-body";
import { isRecord } from "../read";

const LOOKS_LIKE_JSON = /^\s*[[{]/;

/** The body with JSON that stands as a text in one of its fields (`payload={…}`) opened. */
export function openBody(body: unknown): unknown {
  if (!isRecord(body)) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, openText(value)]));
}

function openText(value: unknown): unknown {
  if (typeof value !== "string" || !LOOKS_LIKE_JSON.test(value)) return value;
  if (!isJsonTextWithinDepth(value, MAX_BODY_DEPTH)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
