import type { FixtureBuyer } from "../../app/connectors/fixtures/buyer";
import { type FixtureItem, SAMBAL } from "../../app/connectors/fixtures/item";

const NAMES = [
  "Nurul Huda binti Ismail",
  "Muhammad Hafiz bin Osman",
  "Tan Mei Ling",
  "Kavitha a/p Subramaniam",
  "Siti Zubaidah binti Kassim",
  "Lim Wei Jian",
  "Arvind a/l Rajan",
  "Dayang Nurfaizah binti Awang",
];

const PLACES = [
  { line1: "8, Jalan Ampang Hilir", city: "Kuala Lumpur", state: "KUL", postcode: "55000" },
  { line1: "27, Lorong Bukit Jambul 2", city: "Bayan Lepas", state: "PNG", postcode: "11900" },
  { line1: "3, Jalan Bestari 5/2", city: "Iskandar Puteri", state: "JHR", postcode: "79100" },
  { line1: "112, Jalan Tabuan", city: "Kuching", state: "SWK", postcode: "93100" },
];

const PRODUCTS: FixtureItem[] = [
  SAMBAL,
  { id: 502, productId: 92, name: "Serunding Daging 250g", sku: "SD-250", quantity: 1, unitMinor: 2450 },
  { id: 503, productId: 93, name: "Kuih Bahulu Tin 40 pcs", sku: "KB-40", quantity: 1, unitMinor: 3200 },
];

/** Somebody who may have bought before: of one name there is one email address and one phone. */
export function pickBuyer(random: () => number = Math.random): FixtureBuyer {
  const index = Math.floor(random() * NAMES.length);
  const name = NAMES[index] ?? "";
  const place = PLACES[index % PLACES.length] ?? PLACES[0];
  const mailbox = name.toLowerCase().replace(/[^a-z]+/g, ".");
  return {
    name,
    email: `${mailbox}@example.com`,
    phone: `012-555 01${index}${index}`,
    line1: "",
    city: "",
    state: "",
    postcode: "",
    ...place,
  };
}

/** One product or more. */
export function pickItems(random: () => number = Math.random): FixtureItem[] {
  return PRODUCTS.slice(0, 1 + Math.floor(random() * PRODUCTS.length));
}
