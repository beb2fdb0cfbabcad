import type { SealPlace } from "~/lib/sealed-box";

/** Where a connection's secret is sealed for: it opens for this connection alone. */
export function secretPlace(orgId: string, connectionId: string, secretId: string): SealPlace {
  return { orgId, table: "connections", column: "secrets", rowId: `${connectionId}/${secretId}` };
}
