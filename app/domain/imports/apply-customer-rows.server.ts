import type { OrgTransaction } from "~/db/org-transaction";
import { AppError } from "~/lib/app-error";
import type { TombstoneHasher } from "../customers/tombstones";
import { openDraft } from "../deliveries/batch-draft";
import { settleCustomers } from "../deliveries/settle-customers";
import { writeBatch } from "../deliveries/write/write-batch.server";
import { foldTag } from "../tags/fold-tag";
import { type Decision, decideCustomerRow } from "./decide-customer-row";
import { type LoadedPeople, loadPeople } from "./load-people.server";
import { beforeOf, customerOf, factsBefore } from "./picture-before";
import { type CustomerRow, type ReadPlan, readCustomerRow } from "./read-customer-row";
import { type FileRow, readRowsBy } from "./read-file-rows";
import { tellLeftOut } from "./tag-room";
import { stampOf, tellDecision } from "./tell-decision";
import { writeBelongings } from "./write-belongings.server";
import type { WrittenRow } from "./write-import-rows.server";

/** What applying rows needs besides them. */
export type ApplyPlan = {
  importId: string;
  /** The import's time, ISO 8601 UTC. */
  at: string;
  read: ReadPlan;
  hasher: TombstoneHasher;
  createdBy: string;
  /** IANA; days and times in the file are of it. */
  timeZone: string;
  newId: () => string;
};

/** Applies rows of customers through the engine of deliveries. Answers what became of each. */
export async function applyCustomerRows(
  tx: OrgTransaction,
  rows: readonly FileRow[],
  plan: ApplyPlan,
): Promise<WrittenRow[]> {
  const { readable, rejected } = readRowsBy(readCustomerRow, rows, plan.read);
  const loaded = await loadPeople(tx, readable, { plan: plan.read, hasher: plan.hasher });
  const { shop } = loaded.state;
  if (!shop) throw new AppError("conflict", "imports:errors.shopGone");
  const decisions = decideAll(loaded, readable, plan);
  const draft = openDraft({ ...loaded, shopId: plan.read.shopId, shop, newId: plan.newId });
  const { consent } = plan.read.settings;
  const told = decisions.filter(isTold).map((decision) => {
    const facts = factsBefore(draft, decision);
    tellDecision(draft, decision, { at: plan.at, consent });
    return { decision, facts };
  });
  settleCustomers(draft, []);
  const actor = { kind: "job", name: "import_run" } as const;
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor, at: plan.at });
  const tagIds = await writeBelongings(
    tx,
    told.map(({ decision }) => ({ decision, customerId: customerOf(draft, decision) })),
    plan,
  );
  const written = told.map(({ decision, facts }): WrittenRow => {
    const before = decision.outcome === "changed" ? beforeOf(draft, { decision, facts, tagIds }) : null;
    const { row, outcome } = decision;
    return {
      row: row.row,
      outcome,
      recordId: customerOf(draft, decision),
      before,
      // Others may have taken the last room meanwhile.
      problems: tellLeftOut([
        ...decision.leftOut,
        ...decision.tags.filter((tag) => !tagIds.has(foldTag(tag))),
      ]),
    };
  });
  const rest = decisions.filter((decision) => !isTold(decision));
  return [
    ...written,
    ...rest.map(({ row, outcome, problems }) => ({
      row: row.row,
      outcome,
      recordId: null,
      before: null,
      problems,
    })),
    ...rejected,
  ];
}

/** What becomes of rows, in the order of the file. */
export function decideAll(
  { people, holders, tombstones, room }: Pick<LoadedPeople, "people" | "holders" | "tombstones" | "room">,
  rows: readonly CustomerRow[],
  { importId, at, read, newId }: Pick<ApplyPlan, "importId" | "at" | "read" | "newId">,
): Decision[] {
  const erased = new Set(tombstones.keys());
  const begin = { ...read.begin, places: read.places };
  const plan = {
    mode: read.settings.mode,
    stamp: stampOf(importId, at),
    erased,
    holders,
    room,
    begin,
    newId,
  };
  return rows.map((row) => decideCustomerRow(people, row, plan));
}

const isTold = ({ outcome }: Decision) => outcome === "created" || outcome === "changed";
