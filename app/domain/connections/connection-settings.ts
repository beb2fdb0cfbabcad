import { type ConnectionSettings, connectionSettingsSchema } from "~/connectors/generic/settings";
import type { StoredSettings } from "~/db/schema/connections";

/** A connection's settings as the database keeps them; nothing where its platform alone decides. */
export function readSettings(stored: StoredSettings | null): { settings?: ConnectionSettings } {
  const read = stored === null ? null : connectionSettingsSchema.safeParse(stored);
  return read?.success ? { settings: read.data } : {};
}
