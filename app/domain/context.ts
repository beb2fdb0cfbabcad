import type { ShopApi } from "~/connectors/api/shop-fetch";
import type { ConnectionSettings } from "~/connectors/generic/settings";
import type { Platform } from "~/connectors/registry";
import type { OrgDb } from "~/db/org-db";
import type { OrgTransaction } from "~/db/org-transaction";
import type { Keyring } from "~/lib/keyring";
import type { AccountPorts } from "./accounts/accounts-context";
import type { AnchorPort } from "./audit/anchors";
import type { Permission } from "./organizations/permissions";

export type Actor =
  | { kind: "user"; id: string; sessionId: string; ip: string | null }
  | { kind: "job"; name: string }
  | { kind: "shop"; connectionId: string };

/** Everything outside of the database that an operation may cause. */
export type Ports = AccountPorts & {
  inboxes: InboxPort;
  jobs: JobPort;
  archive: ArchivePort;
  anchors: AnchorPort;
  shops: ShopsPort;
};

/** The way to the interfaces of shops. */
export type ShopsPort = ShopApi & {
  /** Where a browser finds an address of a shop: there, unless fake shops stand in for all of them. */
  visit(address: string): string;
};

/** A job's way to the database, for acts that decide between reading and writing. */
export type JobPort = {
  /** One transaction in the organization, behind its lock; rolled back when `work` throws. */
  inOrg<T>(orgId: string, work: (tx: OrgTransaction) => Promise<T>): Promise<T>;
  /** Asks a worker to go on with a job. The sweep asks again when nobody did. */
  wake(orgId: string, jobId: string): Promise<void>;
};

/** Where large results of jobs are kept, by names that begin with their organization's own place. */
export type ArchivePort = {
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none. */
  read(name: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Deletes at most `limit` whose names begin with `prefix`; answers how many there were to delete. */
  deleteSome(prefix: string, limit: number): Promise<number>;
};

/** What an inbox must know to accept deliveries without a database. */
export type InboxConfig = {
  orgId: string;
  connectionId: string;
  shopId: string;
  platform: Platform;
  version: number;
  isEnabled: boolean;
  /** Sealed secrets, newest first; an expired one is ignored. */
  secrets: { id: string; sealed: string; expiresAt: string | null }[];
  /** Host name of the shop, when known: a delivery that names another one is flagged. */
  shopExternalId: string | null;
  /** What the seller chose; absent where the platform alone decides. */
  settings?: ConnectionSettings;
};

export type InboxPort = {
  configure(config: InboxConfig): Promise<void>;
};

/**
 * The first argument of every organization-scoped operation of a request. Made
 * by `requireOrg` alone.
 */
export type OrgContext = {
  slug: string;
  actor: Extract<Actor, { kind: "user" }>;
  permission: Permission;
  db: OrgDb;
  /** Seals and opens the secrets that the organization keeps with us. */
  keyring: Keyring;
  /** Without a slash at its end; links in mails begin with it. */
  appUrl: string;
  now: () => Date;
  newId: () => string;
  ports: Ports;
};
