import { findMalaysianState } from "~/lib/malaysian-states";
import type { Address, PersonRef } from "./canonical";

/** First and last name as one; null when both are missing. */
export function joinName(first: string | null, last: string | null): string | null {
  return [first, last].filter((part) => part !== null).join(" ") || null;
}

/** Brings the country and the state of a Malaysian address to their codes; null when every part is missing. */
export function toAddress(parts: Address): Address | null {
  const country = toCountryCode(parts.country);
  const isMalaysian = country === "MY" || parts.country === null;
  const code = isMalaysian && parts.state !== null ? findMalaysianState(parts.state) : null;
  const address = { ...parts, state: code ?? parts.state, country };
  return hasAnyPart(address) ? address : null;
}

function toCountryCode(country: string | null): string | null {
  const text = country?.toUpperCase() ?? "";
  if (text === "MALAYSIA") return "MY";
  return /^[A-Z]{2}$/.test(text) ? text : null;
}

/** Null when nothing names the person. */
export function personOrNull(person: PersonRef): PersonRef | null {
  return hasAnyPart(person) ? person : null;
}

function hasAnyPart(parts: object): boolean {
  return Object.values(parts).some((part) => part !== null);
}
