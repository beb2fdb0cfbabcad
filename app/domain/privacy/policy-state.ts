import { POLICY_VERSIONS, type PolicyVersion } from "./policy-versions";

type Versions = readonly [PolicyVersion, ...PolicyVersion[]];

/** Where a user stands: all accepted; a version is announced; a version is in force that they have not accepted. */
export type PolicyState = { kind: "accepted" } | { kind: "announced" | "due"; version: string };

/** `accepted` is the version that the user accepted last. Days change at midnight UTC. */
export function policyStateOf(
  accepted: string,
  now: Date,
  versions: Versions = POLICY_VERSIONS,
): PolicyState {
  const today = dayOf(now);
  const newer = versions.filter(({ version, announcedOn }) => version > accepted && announcedOn <= today);
  const newest = newer.at(-1);
  if (!newest) return { kind: "accepted" };
  const isDue = newer.some(({ version }) => version <= today);
  return { kind: isDue ? "due" : "announced", version: newest.version };
}

/** The version whose news is to be told: announced, and not yet in force for more than a day. */
export function findAnnounced(now: Date, versions: Versions = POLICY_VERSIONS): PolicyVersion | null {
  const today = dayOf(now);
  const newest = versions.findLast(({ announcedOn }) => announcedOn <= today);
  return newest && newest.announcedOn < newest.version && today <= newest.version ? newest : null;
}

const dayOf = (now: Date) => now.toISOString().slice(0, 10);
