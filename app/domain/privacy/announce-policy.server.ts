import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "../accounts/call-function.server";
import { findAnnounced } from "./policy-state";
import { POLICY_VERSIONS, type PolicyVersion } from "./policy-versions";

/** Opens the announcement of a version that users must be told of now; once per version, whoever calls how often. */
export async function announcePolicy(
  job: { db: HttpDatabase; now: Date },
  versions: readonly [PolicyVersion, ...PolicyVersion[]] = POLICY_VERSIONS,
): Promise<boolean> {
  const announced = findAnnounced(job.now, versions);
  if (!announced) return false;
  const { version } = announced;
  return callFunction(
    job.db,
    sql`announcement_open(${`policy/${version}`}, 'policy', ${JSON.stringify({ version })}::jsonb, null::jsonb)`,
    z.boolean(),
  );
}
