import { desc, eq } from "drizzle-orm";
import { type Mapping, mappingSchema } from "~/connectors/generic/mapping.schema";
import { connectionMappings } from "~/db/schema/connections";
import type { OrgContext } from "../context";

const MOST_SHOWN = 5;

export type MappingVersion = { version: number; savedAt: Date; mapping: Mapping };

/** The latest mappings of a connection, newest first; one that can no longer be read is left out. */
export async function listVersions({ db }: OrgContext, connectionId: string): Promise<MappingVersion[]> {
  const rows = await db.read(
    db.orm
      .select({
        version: connectionMappings.version,
        savedAt: connectionMappings.createdAt,
        mapping: connectionMappings.mapping,
      })
      .from(connectionMappings)
      .where(eq(connectionMappings.connectionId, connectionId))
      .orderBy(desc(connectionMappings.version))
      .limit(MOST_SHOWN),
  );
  return rows.flatMap(({ mapping, ...row }) => {
    const read = mappingSchema.safeParse(mapping);
    return read.success ? [{ ...row, mapping: read.data }] : [];
  });
}
