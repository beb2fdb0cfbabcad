import { and, eq, isNull } from "drizzle-orm";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import { suggestMapping } from "~/connectors/generic/suggest-mapping";
import { CONNECTORS } from "~/connectors/registry";
import { connections } from "~/db/schema/connections";
import { AppError } from "~/lib/app-error";
import { platformSchema } from "../connections/connection-platform";
import { readSettings } from "../connections/connection-settings";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";
import { requireRecordId } from "../record-id";
import { listVersions, type MappingVersion } from "./mapping-versions.server";
import { type KeptSample, openSamples } from "./sample";
import { countParked, listSamples } from "./samples-queries.server";
import { withNumberedStatuses } from "./seen-words";

/** What somebody needs to say what a connection's fields mean. */
export type MappingView = {
  connection: { id: string; name: string; label: string };
  /** The one in force, or what the names of the newest delivery's fields suggest; null before there is either. */
  mapping: Mapping | null;
  /** 0 before one was saved. */
  version: number;
  samples: KeptSample[];
  /** How many deliveries wait for a mapping; no more than a thousand are counted. */
  parked: number;
  /** Newest first. */
  versions: MappingVersion[];
};

/** The mapping of a connection with deliveries to try it on. Throws `not_found`, also where the platform leaves nothing to say. */
export async function getMapping(
  ctx: OrgContext,
  { connectionId }: { connectionId: string },
): Promise<MappingView> {
  requireRecordId(connectionId);
  const [{ organization, role }, connection, samples, parked, versions] = await Promise.all([
    ctx.db.entry(),
    findConnection(ctx, connectionId),
    listSamples(ctx, connectionId),
    countParked(ctx, connectionId),
    listVersions(ctx, connectionId),
  ]);
  const settings = connection && readSettings(connection.settings).settings;
  if (!connection || !settings) throw new AppError("not_found", "errors:notFound");
  const bodies = openSamples(samples).map(({ body }) => body);
  const [newest] = bodies;
  const suggested =
    newest === undefined ? null : withNumberedStatuses(bodies, suggestMapping(newest, organization.timeZone));
  return {
    connection: {
      id: connectionId,
      name: connection.name,
      label: CONNECTORS[platformSchema.parse(connection.platform)].label,
    },
    mapping: settings.mapping ?? suggested,
    version: settings.mappingVersion,
    // They name people: a role that may not see contacts maps without seeing them.
    samples: isAllowed(role, "contacts.view") ? samples : [],
    parked,
    versions,
  };
}

async function findConnection({ db }: OrgContext, connectionId: string) {
  const [row] = await db.read(
    db.orm
      .select({ name: connections.name, platform: connections.platform, settings: connections.settings })
      .from(connections)
      .where(and(eq(connections.id, connectionId), isNull(connections.removedAt))),
  );
  return row ?? null;
}
