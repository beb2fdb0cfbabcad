import { openHttp } from "~/db/client";
import { actOnImport } from "~/domain/imports/act-on-import.server";
import { createImport } from "~/domain/imports/create-import.server";
import type { ImportSettings, NewImport } from "~/domain/imports/import.schema";
import { storeImportPart } from "~/domain/imports/store-import-part.server";
import type { JobSteps, JobTools } from "~/domain/jobs/job-step";
import { JOB_STEPS } from "~/domain/jobs/job-steps.server";
import { runJob } from "~/domain/jobs/run-job.server";
import { sha256Hex } from "~/lib/sha256-hex";
import type { TestDatabase } from "../setup/database";
import { createJobTools } from "./job-tools";
import type { TestMember } from "./org-context";

const USUAL_SETTINGS: Omit<ImportSettings, "columns" | "key"> = {
  mode: "both",
  shopId: null,
  country: "MY",
  dateOrder: "dmy",
  decimal: ".",
  currency: "MYR",
  consent: null,
};

export type ImportedFile = {
  noun?: NewImport["noun"];
  /** What each column is matched with. */
  columns: string[];
  rows: string[][];
  settings: Partial<ImportSettings> & Pick<ImportSettings, "key">;
  /** Rows per part. */
  partRows?: number;
};

/** Brings a file and matches its columns, as a browser would. Answers the import's id. */
export async function bringFile(member: TestMember, file: ImportedFile): Promise<string> {
  const { noun = "customers", columns, rows, settings, partRows = 2000 } = file;
  const content = await sha256Hex(JSON.stringify(rows));
  const { id } = await createImport(member.context("imports.run"), {
    ...{ noun, fileName: "customers.csv", fileSize: 100, contentHash: content, columns },
    ...{ encoding: "utf-8", delimiter: ",", sheet: null },
  });
  let parts = 0;
  for (let at = 0; at < rows.length; at += partRows) {
    const body = JSON.stringify({ from: at + 1, rows: rows.slice(at, at + partRows) });
    const bytes = new TextEncoder().encode(body);
    const hash = await sha256Hex(body);
    await storeImportPart(member.context("imports.run"), { importId: id, part: parts, bytes, hash });
    parts += 1;
  }
  const act = (action: Parameters<typeof actOnImport>[2]) =>
    actOnImport(member.context("imports.run"), id, action);
  await act({ intent: "complete", rowCount: rows.length, partCount: parts });
  await act({ intent: "match", settings: { ...USUAL_SETTINGS, columns, ...settings } });
  return id;
}

type JobRun = { steps?: Partial<JobSteps>; tools?: Partial<JobTools> };

/** Asks for work on an import and does it to its end, however often it has to be taken up. */
export async function workOn(
  database: TestDatabase,
  member: TestMember,
  { importId, intent, run = {} }: { importId: string; intent: "rehearse" | "run" | "undo"; run?: JobRun },
): Promise<void> {
  const jobId = await actOnImport(member.context("imports.run"), importId, { intent });
  if (jobId === null) throw new Error("no job was made");
  await goOn(database, member, { jobId, run });
}

/** Goes on with a job to its end. A step that fails is tried again, as the queue would. */
async function goOn(
  database: TestDatabase,
  member: TestMember,
  { jobId, run = {} }: { jobId: string; run?: JobRun },
): Promise<void> {
  const host = {
    orm: openHttp(database.url),
    steps: { ...JOB_STEPS, ...run.steps },
    tools: createJobTools(database, { archive: member.archive, ...run.tools }),
    tell: async () => undefined,
  };
  for (let turn = 0; turn < 1000; turn++) {
    if ((await runJob(host, { orgId: member.orgId, jobId })) === "over") return;
  }
  throw new Error(`the job ${jobId} does not end`);
}
