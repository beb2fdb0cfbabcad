import { indentJson } from "~/lib/indent-json";
import { maskJson } from "./desk/mask-payload";

/** A payload as far as it may be shown. */
export type Payload =
  | { kind: "shown"; text: string; isCut: boolean; isMasked: boolean }
  /** Repetitions keep no body of their own, and old ones are cleared. */
  | { kind: "absent" }
  | { kind: "erased" }
  | { kind: "withheld" };

/** Longer texts make a page slow without being read. */
const LONGEST_SHOWN = 200_000;

/**
 * The body as indented JSON, or as it came where it is none. For roles that may not see contacts
 * everything personal in it is masked; what is no JSON cannot be, and is withheld.
 */
export function readPayload(
  body: string | null,
  { isErased, maySeeContacts }: { isErased: boolean; maySeeContacts: boolean },
): Payload {
  if (isErased) return { kind: "erased" };
  if (body === null) return { kind: "absent" };
  const readable = maySeeContacts ? body : maskJson(body);
  if (readable === null) return { kind: "withheld" };
  const text = indentJson(readable) ?? readable;
  const isCut = text.length > LONGEST_SHOWN;
  return { kind: "shown", text: text.slice(0, LONGEST_SHOWN), isCut, isMasked: !maySeeContacts };
}
