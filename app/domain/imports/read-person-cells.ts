import type { Address, PersonRef } from "~/connectors/canonical";
import { normalizeEmail } from "~/lib/email";
import { findMalaysianState } from "~/lib/malaysian-states";
import { normalizePhone } from "~/lib/phone";
import type { RowCells } from "./row-cells";

const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+?\d+$/i;

/** Countries as people in the region write them; any other by its ISO 3166-1 alpha-2 code. */
const COUNTRIES: Readonly<Record<string, string>> = {
  malaysia: "MY",
  singapore: "SG",
  singapura: "SG",
  indonesia: "ID",
  brunei: "BN",
  "brunei darussalam": "BN",
  thailand: "TH",
  philippines: "PH",
  filipina: "PH",
  vietnam: "VN",
  china: "CN",
  taiwan: "TW",
  "hong kong": "HK",
  india: "IN",
  japan: "JP",
  australia: "AU",
  "united kingdom": "GB",
  "united states": "US",
};

/** Who a row is about, as far as its cells say; `country` is that of phones without a calling code. */
export function readPersonCells(cells: RowCells, country: string): PersonRef {
  const address = readAddress(cells, country);
  const names = [cells.short("firstName"), cells.short("lastName")].filter(Boolean).join(" ");
  return {
    platformId: cells.short("number", 100),
    email: readEmail(cells),
    phone: readPhone(cells, address?.country ?? country),
    name: cells.short("name") ?? (names || null),
    company: cells.short("company"),
    address,
  };
}

function readEmail(cells: RowCells): string | null {
  const text = cells.text("email");
  if (text === "") return null;
  return normalizeEmail(text) === null ? cells.wrong("email", "email") : text;
}

/** The number in its one form: the country of the row or file is known here and nowhere later. */
function readPhone(cells: RowCells, country: string): string | null {
  const text = cells.text("phone");
  if (text === "") return null;
  const phone = normalizePhone(text, country);
  if (phone !== null) return phone;
  return cells.wrong("phone", SCIENTIFIC.test(text) ? "phoneRounded" : "phone");
}

function readAddress(cells: RowCells, fileCountry: string): Address | null {
  const country = readCountry(cells);
  const state = cells.short("state");
  const isMalaysian = (country ?? fileCountry) === "MY";
  const address = {
    line1: cells.short("line1"),
    line2: cells.short("line2"),
    city: cells.short("city"),
    state: (isMalaysian && state !== null ? findMalaysianState(state) : null) ?? state,
    postcode: cells.short("postcode", 20),
    country,
  };
  return Object.values(address).some((part) => part !== null) ? address : null;
}

function readCountry(cells: RowCells): string | null {
  const text = cells.text("country");
  if (text === "") return null;
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  return COUNTRIES[text.toLowerCase()] ?? cells.wrong("country", "country");
}
