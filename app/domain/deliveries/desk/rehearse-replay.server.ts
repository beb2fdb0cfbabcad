import type { OrgTransaction } from "~/db/org-transaction";
import { tombstoneHasher } from "~/domain/customers/tombstones";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../../context";
import { draftBatch } from "../apply-batch.server";
import type { Batch } from "../batch";
import type { AppliedDelivery } from "../delivery.schema";
import { failedBy, isAboutDelivery } from "../failed-by";
import type { Interpreted } from "../interpret-delivery";
import { interpretKept } from "../interpret-kept";
import { writeBatch } from "../write/write-batch.server";
import { byConnection, type Kept, keptByIds, toKept } from "./kept-deliveries.server";
import { compareRecords, type RecordChange } from "./record-change";
import {
  PICTURED_KINDS,
  type Picture,
  readPictures,
  type Touched,
  touchedBy,
} from "./record-pictures.server";
import type { ReplaySelection } from "./replay-selection";
import { cutToSize, selectSelected } from "./selected-deliveries.server";
import { asReal } from "./test-mark";

/** So many are rehearsed at once, in one transaction. */
const MOST_REHEARSED = 100;

type Seen = { outcomes: AppliedDelivery[]; records: RecordChange[] };

/** What a replay would do, and what each delivery would come to. `isCut`: there are more than were rehearsed. */
export type Rehearsal = Seen & { isCut: boolean };

/**
 * Applies the first deliveries of a selection by the same engine as a replay, looks what changed,
 * and takes it all back. Throws `not_found` when there is none that could be replayed, `conflict`
 * for a request to forget a whole shop, which is no rehearsal's business.
 */
export async function rehearseReplay(ctx: OrgContext, selection: ReplaySelection): Promise<Rehearsal> {
  const { db } = ctx;
  const selected = { selection, now: ctx.now() };
  const [{ organization }, found] = await Promise.all([
    db.entry(),
    db.read(selectSelected(db.orm, selected, MOST_REHEARSED + 1)),
  ]);
  const open = cutToSize(found.slice(0, MOST_REHEARSED));
  if (open.length === 0) throw new AppError("not_found", "errors:deliveries.nothingToReplay");
  const rows = await db.read(keptByIds(db.orm, open));
  const kept = await Promise.all(rows.map((row, index) => toKept(row, index + 1)));
  const seen = await inTakenBack(ctx, organization.id, (tx) => rehearse(tx, ctx, organization.id, kept));
  return { ...seen, isCut: open.length < found.length };
}

class TakenBack<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super("taken back");
    this.value = value;
  }
}

/** Runs work in a transaction that is rolled back whatever becomes of it, and answers what it saw. */
async function inTakenBack<T>(
  { ports }: OrgContext,
  orgId: string,
  work: (tx: OrgTransaction) => Promise<T>,
): Promise<T> {
  try {
    await ports.jobs.inOrg(orgId, async (tx) => {
      throw new TakenBack(await work(tx));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.value;
    throw error;
  }
  throw new Error("a rehearsal was not taken back");
}

async function rehearse(
  tx: OrgTransaction,
  ctx: OrgContext,
  orgId: string,
  kept: readonly Kept[],
): Promise<Seen> {
  const { keyring, actor, now, newId } = ctx;
  const hasher = await tombstoneHasher(keyring, orgId);
  const look = new BeforeAndAfter();
  const outcomes: AppliedDelivery[] = [];
  for (const { connection, deliveries } of byConnection(kept)) {
    const interpreted = deliveries.map((delivery) => interpretKept(connection, asReal(delivery)));
    if (interpreted.some(({ events }) => events.some(({ kind }) => kind === "privacy.shop_erased")))
      throw new AppError("conflict", "errors:deliveries.notRehearsed");
    const batch = { connection, isReplay: true, actor, hasher, now, newId };
    outcomes.push(...(await tryBatch(tx, look, { ...batch, deliveries: interpreted })));
  }
  return { outcomes, records: await look.compare(tx) };
}

/** As a replay would: what cannot be applied is tried alone, and then counts as failed. */
async function tryBatch(tx: OrgTransaction, look: BeforeAndAfter, batch: Batch): Promise<AppliedDelivery[]> {
  const [only] = batch.deliveries;
  await tx.execute("savepoint tried");
  try {
    const { draft, log, applied } = await draftBatch(tx, batch);
    await look.before(tx, touchedBy(draft));
    await writeBatch(tx, draft, log);
    return applied;
  } catch (error) {
    if (!isAboutDelivery(error) || !only) throw error;
    await tx.execute("rollback to savepoint tried");
    if (batch.deliveries.length === 1) return [failed(only, error)];
  }
  const outcomes: AppliedDelivery[] = [];
  for (const one of batch.deliveries) {
    outcomes.push(...(await tryBatch(tx, look, { ...batch, deliveries: [one] })));
  }
  return outcomes;
}

function failed({ delivery: { id, seq } }: Interpreted, error: unknown): AppliedDelivery {
  const { outcome, reason } = failedBy(error);
  return { id, seq, outcome, reason, changed: [] };
}

const nothingTouched = (): Touched => ({
  order: [],
  customer: [],
  product: [],
  subscription: [],
  checkout: [],
});

/** How the touched records were before the first of several batches, and are after the last. */
class BeforeAndAfter {
  readonly #pictures: Picture[] = [];
  readonly #touched = nothingTouched();

  /** To be called before a batch is written. */
  async before(tx: OrgTransaction, touched: Touched): Promise<void> {
    const fresh = nothingTouched();
    for (const kind of PICTURED_KINDS) {
      const seen = new Set(this.#touched[kind]);
      fresh[kind] = touched[kind].filter((id) => !seen.has(id));
      this.#touched[kind].push(...fresh[kind]);
    }
    this.#pictures.push(...(await readPictures(tx, fresh)));
  }

  async compare(tx: OrgTransaction): Promise<RecordChange[]> {
    return compareRecords(this.#pictures, await readPictures(tx, this.#touched));
  }
}
