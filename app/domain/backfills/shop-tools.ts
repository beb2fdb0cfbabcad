import type { JobTools } from "../jobs/job-step";

/** What asking a shop needs of a job's tools. */
export type ShopTools = Pick<JobTools, "db" | "inOrg" | "keyring" | "shops" | "now" | "newId">;
