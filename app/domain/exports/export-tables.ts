import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { auditLog, auditValues } from "~/db/schema/audit";
import { checkouts } from "~/db/schema/checkouts";
import { connectionMappings, connections, refusals, shops } from "~/db/schema/connections";
import { connectionCredentials } from "~/db/schema/credentials";
import { consents, customerSpend, customers, identities, identityEdges } from "~/db/schema/customers";
import { deliveries, deliveryAttempts } from "~/db/schema/deliveries";
import { erasures } from "~/db/schema/erasures";
import { customFields, customFieldValues } from "~/db/schema/fields";
import { customerMerges, identityDecisions } from "~/db/schema/identity";
import { importMappings, imports } from "~/db/schema/imports";
import { notes } from "~/db/schema/notes";
import { orderItems, orderStatusChanges, orders, refunds, removals } from "~/db/schema/orders";
import { invitations, organizations } from "~/db/schema/organizations";
import { products } from "~/db/schema/products";
import { receiptGaps, receipts, unreadRecords } from "~/db/schema/receipts";
import { connectionHours, silences } from "~/db/schema/silences";
import { subscriptions } from "~/db/schema/subscriptions";
import { supportMessages, supportRequests } from "~/db/schema/support";
import { customerTags, tags } from "~/db/schema/tags";
import { views } from "~/db/schema/views";

type KeyColumn = { name: string; type: string };

/** Rows that an export contains, as one CSV and one JSON file. `from` is a table or a function's call. */
export type ExportSource = { name: string; from: string; columns: string[]; keys: KeyColumn[] };

/** What is only of use to the program itself, and what must not leave it. */
const LEFT_OUT: Record<string, readonly string[]> = {
  connections: ["secrets", "config_version"],
  connection_credentials: ["sealed"],
  custom_field_values: ["folded_value", "unique_key"],
  customers: ["search_text", "sort_name", "last_order_key", "name_key", "company_key", "city_key"],
  subscriptions: ["next_payment_key"],
  imports: ["rehearsal"],
  invitations: ["token_hash"],
  orders: ["has_coupon", "payment_key"],
  support_messages: ["mail_state", "mail_attempts", "mail_at"],
  tags: ["folded"],
};

const TABLES: PgTable[] = [
  organizations,
  invitations,
  shops,
  connections,
  connectionMappings,
  connectionCredentials,
  customers,
  identities,
  identityEdges,
  identityDecisions,
  customerMerges,
  customerSpend,
  consents,
  tags,
  customerTags,
  customFields,
  customFieldValues,
  notes,
  orders,
  orderItems,
  orderStatusChanges,
  refunds,
  removals,
  products,
  subscriptions,
  checkouts,
  deliveries,
  deliveryAttempts,
  refusals,
  connectionHours,
  silences,
  receipts,
  receiptGaps,
  unreadRecords,
  views,
  imports,
  importMappings,
  supportRequests,
  supportMessages,
  auditLog,
  auditValues,
  erasures,
];

const MEMBERS: ExportSource = {
  name: "members",
  from: "organization_people()",
  columns: ["user_id", "name", "email", "role", "state", "joined_at"],
  keys: [{ name: "user_id", type: "uuid" }],
};

/** Everything a full export contains, in its order. */
export const EXPORT_SOURCES: readonly ExportSource[] = [...TABLES.map(sourceOf), MEMBERS];

/** Tables with an organization's rows that no export contains, and why. */
export const NOT_EXPORTED: Record<string, string> = {
  audit_heads: "the end of the audit chain, which its last row repeats",
  bulk_changes: "the way back of changes to many records, gone after 30 days; the audit log names them",
  bulk_change_rows: "how records were before such a change, for its undoing",
  connection_handovers: "approvals that a shop has yet to bring back, gone within the day",
  connection_watches: "what was learned from the counted hours, made anew every day",
  customer_match_keys: "hashes that customers are compared by, made anew from the customers",
  delivery_replays: "which deliveries a replay of many is about; the attempts and the audit log name them",
  delivery_retention: "one setting, shown under Settings, and how far it is carried out",
  duplicate_searches: "how far the search for duplicates has come",
  duplicate_suggestions: "pairs of customers that the search made of the customers themselves",
  import_drafts: "what a rehearsal compares with, gone when it ends",
  import_parts: "which pieces of a file have arrived; the file is the organization's own",
  import_rows: "what undoing an import needs, for 30 days",
  inbox_pushes: "settings on their way to an inbox, gone within minutes",
  jobs: "the state of long work such as the export itself",
  list_layouts: "which columns each member sees in the lists, and how wide",
  memberships: "the file of members has them, with names",
  security_alerts: "mails about security events on their way",
  security_events: "counts for watching abuse, kept for 90 days and shown under Security",
  shop_polls: "how far shops have been asked for what changed; the receipts say what came of it",
  tombstones: "keyed hashes that keep erased people from coming back; they say nothing without the key",
};

function sourceOf(table: PgTable): ExportSource {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const keyNames = primaryKeys[0]?.columns.map((column) => column.name);
  const keys = columns.filter((column) => keyNames?.includes(column.name) ?? column.primary);
  return {
    name,
    from: name,
    columns: columns
      .map((column) => column.name)
      .filter((column) => column !== "org_id" && !LEFT_OUT[name]?.includes(column)),
    keys: keys
      .filter((column) => column.name !== "org_id")
      .map((column) => ({ name: column.name, type: column.getSQLType() })),
  };
}
