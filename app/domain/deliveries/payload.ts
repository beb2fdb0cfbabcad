import { indentJson } from "~/lib/indent-json";

/** A payload as far as it may be shown. */
export type Payload =
  | { kind: "shown"; text: string; isCut: boolean }
  /** Repetitions keep no body of their own. */
  | { kind: "absent" }
  | { kind: "erased" }
  | { kind: "withheld" };

/** Longer texts make a page slow without being read. */
const LONGEST_SHOWN = 200_000;

/** The body as indented JSON, or as it came where it is none. */
export function readPayload(
  body: string | null,
  { isErased, maySeeContacts }: { isErased: boolean; maySeeContacts: boolean },
): Payload {
  if (isErased) return { kind: "erased" };
  if (body === null) return { kind: "absent" };
  if (!maySeeContacts) return { kind: "withheld" };
  const text = indentJson(body) ?? body;
  return { kind: "shown", text: text.slice(0, LONGEST_SHOWN), isCut: text.length > LONGEST_SHOWN };
}
