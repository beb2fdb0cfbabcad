import type { SQL } from "drizzle-orm";
import type { ShopApi } from "~/connectors/api/shop-fetch";
import type { JobDb } from "~/db/job-db";
import type { JobValues } from "~/db/schema/jobs";
import type { Keyring } from "~/lib/keyring";
import type { Mail } from "~/lib/mail";
import type { ArchivePort, JobPort } from "../context";
import type { Role } from "../organizations/permissions";
import type { JobKind } from "./job-kinds";

/** A job that this worker holds. */
export type RunningJob = {
  orgId: string;
  id: string;
  kind: JobKind;
  parameters: JobValues;
  /** What the last step left; null before the first one. */
  cursor: JobValues | null;
  done: number;
  total: number | null;
  failed: number;
  createdBy: string;
  createdAt: Date;
  /** What its originator is in the organization now. */
  role: Role;
};

/** What a step may use. Its database is bound to the job's organization. */
export type JobTools = {
  db: JobDb;
  /** One transaction in the job's organization, behind its lock. */
  inOrg: JobPort["inOrg"];
  /** Keys the hashes of erased identities. */
  keyring: Keyring;
  archive: ArchivePort;
  /** The way to shops' own interfaces. */
  shops: ShopApi;
  mail: { send(mail: Mail): Promise<void> };
  appUrl: string;
  now: () => Date;
  newId: () => string;
  /** Waits so many milliseconds. */
  pause(ms: number): Promise<void>;
};

type Counts = { done: number; total: number | null; failed: number };

/** `waitSeconds`: nothing is to be done before, because somebody else asks for patience. */
export type StepResult = Counts & ({ isDone: false; cursor: JobValues; waitSeconds?: number } | EndOfJob);

type EndOfJob = {
  isDone: true;
  result: JobValues;
  expiresAt: Date | null;
  /** An `auditRow` that is written with the job's end, and so exactly once. */
  act?: SQL;
};

/**
 * Does the next bounded piece of a job: some seconds, some hundred rows. It may
 * run twice from the same cursor, so what it writes outside of the database
 * carries names that the cursor gives.
 */
export type JobStep = (tools: JobTools, job: RunningJob) => Promise<StepResult>;

export type JobSteps = Record<JobKind, JobStep>;
