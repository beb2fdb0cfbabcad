import type { PolicyPromise } from "./promises";

/** A sentence as it stood before a version changed it; `was` is null where the version added it. */
type PolicyChange = { id: string; was: Omit<PolicyPromise, "id"> | null };

export type PolicyVersion = {
  /** The day it comes into force, `YYYY-MM-DD`; versions sort by it. */
  version: string;
  /** The day users are told; from then on it is what `/privacy` shows and new accounts accept. */
  announcedOn: string;
  /** Hex SHA-256 of all its sentences in both languages: a test refuses other words under the same version. */
  hash: string;
  /** What it changed of the version before; the words after it are in the next version or in `PROMISES`. */
  changes: readonly PolicyChange[];
};

/**
 * Every version of the policy, oldest first; the last one's words are `PROMISES`. To
 * change the policy: change its words, add a version here at least fourteen days ahead,
 * with the words it replaces, and run its test for the hash.
 */
export const POLICY_VERSIONS: readonly [PolicyVersion, ...PolicyVersion[]] = [
  {
    version: "2026-11-23",
    announcedOn: "2026-11-23",
    hash: "0c624fd43f72866786d3f5a03e41038b02a6a67fc6344dc37e8327bd5e7c3070",
    changes: [],
  },
];

/** Days between the announcement of a version and its coming into force, at least. */
export const ANNOUNCED_DAYS_AHEAD = 14;
