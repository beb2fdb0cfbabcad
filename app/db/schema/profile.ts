import type { Address } from "~/connectors/canonical";

/**
 * A fact with where it came from. Of two, the later `at` stands, then the greater
 * `hash`; a fact set by a person stands until it is released.
 */
export type Fact<T> = {
  value: T;
  /** ISO 8601 UTC: the source's own time. */
  at: string;
  /** Breaks ties the same way whatever arrives first. */
  hash: string;
  source: "shop" | "person" | "import";
  /** The user who set it by hand. */
  by?: string;
};

export type Profile = {
  name?: Fact<string>;
  /** As typed; the normalized form is an identity. */
  email?: Fact<string>;
  phone?: Fact<string>;
  company?: Fact<string>;
  address?: Fact<Address>;
};
