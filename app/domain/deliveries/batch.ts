import type { ConnectionSettings } from "~/connectors/generic/settings";
import type { Platform } from "~/connectors/registry";
import type { OrgTransaction } from "~/db/org-transaction";
import type { TombstoneHasher } from "~/domain/customers/tombstones";
import type { Actor } from "../context";
import type { Interpreted } from "./interpret-delivery";

/** The link through which deliveries came, as its inbox knows it. */
export type Connection = {
  id: string;
  shopId: string;
  platform: Platform;
  /** What its seller chose, as it was when the deliveries came. */
  settings?: ConnectionSettings;
};

/** Runs work in one transaction of the organization, behind its lock. */
export type InOrg = <T>(work: (tx: OrgTransaction) => Promise<T>) => Promise<T>;

/** Deliveries to apply in one transaction. */
export type Batch = {
  connection: Connection;
  deliveries: readonly Interpreted[];
  /** Whether these deliveries were recorded before and are applied once more on purpose. */
  isReplay: boolean;
  /** The replay of many that it is part of. */
  replayId?: string | undefined;
  /** How often it was tried to apply these, this time included; once when nothing is said. */
  tries?: number | undefined;
  actor: Actor;
  hasher: TombstoneHasher;
  now: () => Date;
  newId: () => string;
};
