import { COMPANIES } from "../catalogue/names";
import { NEIGHBOURHOODS, STREETS, type Town, WEIGHTED_TOWNS } from "../catalogue/towns";
import { makeEmail, mobileNumber } from "./contact-forms";
import type { DemoPlatform } from "./demo-platform";
import { type Community, type FullName, makeName } from "./full-names";
import type { Random } from "./random";

/** How one shop knows a buyer. */
export type ShopContact = {
  name: string;
  /** Empty for those who order by phone. */
  email: string;
  /** The national number without its zero. */
  phone: string;
  /** The platform's customer id; 0 for a guest. */
  accountId: number;
};

export type Buyer = {
  index: number;
  line1: string;
  town: Town;
  /** Empty for private people. */
  company: string;
  /** How often they buy, compared with the others. */
  loyalty: number;
  /** By shop; at least one. */
  contacts: Partial<Record<DemoPlatform, ShopContact>>;
};

const COMMUNITIES: readonly (readonly [Community, number])[] = [
  ["malay", 54],
  ["chinese", 22],
  ["indian", 10],
  ["borneo", 14],
];

/** Most buy once or twice, some every other week. */
const LOYALTIES = [
  [0.15, 45],
  [1, 35],
  [3, 15],
  [9, 5],
] as const;

/** Every so many buyers, one lives with the buyer before and gives the same phone. */
const FAMILY_EVERY = 23;
const COMPANY_EVERY = 61;

const FIRST_SHOPIFY_ACCOUNT = 7_100_000_000_025;

/** The people who buy in the demo's shops: one shop or both, as guests or with accounts. */
export function makeBuyers(count: number, random: Random): Buyer[] {
  const emails = new Set<string>();
  const buyers: Buyer[] = [];
  for (let index = 0; index < count; index += 1) {
    const family = index % FAMILY_EVERY === FAMILY_EVERY - 1 ? buyers.at(-1) : undefined;
    buyers.push(makeBuyer(index, family, emails, random));
  }
  return buyers;
}

/** Somebody who has never bought, and orders from the WooCommerce shop as a guest. */
export function makeNewcomer(known: readonly Buyer[], random: Random): Buyer & { contact: ShopContact } {
  const emails = new Set(known.flatMap(({ contacts }) => Object.values(contacts).map(({ email }) => email)));
  for (;;) {
    // Far from the numbers of those who have bought.
    const buyer = makeBuyer(random.whole(1000, 4999), undefined, emails, random);
    const contact = buyer.contacts.woocommerce;
    if (contact?.email) return { ...buyer, contact: { ...contact, accountId: 0 } };
  }
}

function makeBuyer(index: number, family: Buyer | undefined, emails: Set<string>, random: Random): Buyer {
  const community = random.weighted(COMMUNITIES);
  const name = makeName(community, random);
  const isCompany = index % COMPANY_EVERY === 7;
  return {
    index,
    line1: family?.line1 ?? makeLine(random),
    town: family?.town ?? makeTown(community, random),
    company: isCompany ? (COMPANIES[Math.floor(index / COMPANY_EVERY) % COMPANIES.length] ?? "") : "",
    loyalty: isCompany ? 3 : random.weighted(LOYALTIES),
    contacts: makeContacts({ index, name, phone: phoneOf(family) ?? mobileNumber(index) }, emails, random),
  };
}

function phoneOf(family: Buyer | undefined): string | undefined {
  return family?.contacts.woocommerce?.phone ?? family?.contacts.shopify?.phone;
}

type Person = { index: number; name: FullName; phone: string };

/**
 * Who buys in both shops is told together by the email or by the phone: some have
 * a second number, and some order from the WooCommerce shop by phone alone.
 */
function makeContacts(person: Person, emails: Set<string>, random: Random): Buyer["contacts"] {
  const { index, name, phone } = person;
  const email = makeEmail(name.latin, (one) => emails.has(one), random);
  emails.add(email);
  const kind = random.weighted([
    ["woocommerce", 50],
    ["shopify", 34],
    ["both", 10],
    ["second phone", 4],
    ["by phone", 2],
  ] as const);
  const hasAccount = kind !== "by phone" && random.chance(0.45);
  const woocommerce: ShopContact = {
    name: name.written,
    email: kind === "by phone" || (!hasAccount && random.chance(0.04)) ? "" : email,
    phone,
    accountId: hasAccount ? 12 + index * 2 : 0,
  };
  const shopify: ShopContact = {
    name: random.chance(0.4) ? shortName(name.written) : name.written,
    email,
    phone: kind === "second phone" ? mobileNumber(5000 + index) : phone,
    accountId: FIRST_SHOPIFY_ACCOUNT + index * 32,
  };
  if (kind === "woocommerce") return { woocommerce };
  return kind === "shopify" ? { shopify } : { woocommerce, shopify };
}

/** Without the father's name, as people write it where nobody asks for the full one. */
function shortName(name: string): string {
  return name.replace(/ (?:binti|bin|bt|b\.|anak|a\/[lp]) .*$/i, "");
}

function makeTown(community: Community, random: Random): Town {
  const isHome = community === "borneo" && random.chance(0.75);
  return random.weighted(
    isHome ? WEIGHTED_TOWNS.filter(([{ state }]) => ["SBH", "SWK", "LBN"].includes(state)) : WEIGHTED_TOWNS,
  );
}

function makeLine(random: Random): string {
  const number = random.chance(0.2) ? `${random.whole(1, 12)}-${random.whole(1, 18)}` : random.whole(1, 180);
  const street = `${random.pick(STREETS)} ${random.whole(1, 12)}${random.chance(0.4) ? `/${random.whole(1, 9)}` : ""}`;
  return `${number}, ${street}, ${random.pick(NEIGHBOURHOODS)}`;
}
