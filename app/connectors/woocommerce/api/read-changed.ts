import * as z from "zod";
import { readAs } from "../../api/read-json";
import type { ChangedPage, Place, RecordKind } from "../../api/shop-reader";
import { readRecords, type WooAsk, type WooRecord } from "./client";
import { PAGE } from "./read-all";
import { LISTS, toRead } from "./records";

/** A change may be kept some time after the moment that it carries. */
const OVERLAP_MS = 120_000;

/** `seen`: what the last askings read within the overlap, as `id@modified`. */
const markSchema = z.object({
  since: z.iso.datetime(),
  page: z.number().int().positive(),
  seen: z.array(z.string()),
});

/** The next page of what changed, by rising time of change; what was read before is left out. */
export async function readChanged(
  ask: WooAsk,
  kind: RecordKind,
  from: { mark: Place | null; since: string },
): Promise<ChangedPage> {
  const mark = from.mark === null ? { since: from.since, page: 1, seen: [] } : readAs(markSchema, from.mark);
  const answer = await ask(LISTS[kind], {
    modified_after: mark.since.slice(0, 19),
    dates_are_gmt: "true",
    orderby: "modified",
    order: "asc",
    per_page: String(PAGE),
    page: String(mark.page),
  });
  if (answer === null) return { records: [], mark, isWhole: true };
  const page = readRecords(answer);
  const seen = new Set(mark.seen);
  const records = page.filter((one) => !seen.has(nameOf(one))).map((one) => toRead(kind, one));
  const times = page.flatMap((one) => modifiedAt(one) ?? []);
  const last = times.at(-1) ?? mark.since;
  if (page.length === PAGE) return { records, mark: behind(mark, last, page), isWhole: false };
  // Begins anew at the overlap, also where the last page was not the first one.
  const since = later(mark.since, new Date(Date.parse(last) - OVERLAP_MS).toISOString());
  const kept = page.filter((one) => (modifiedAt(one) ?? "") >= since).map(nameOf);
  const stillSeen = mark.seen.filter((name) => (name.split("@")[1] ?? "") >= since);
  return {
    records,
    mark: { since, page: 1, seen: [...new Set([...stillSeen, ...kept])].slice(-2 * PAGE) },
    isWhole: true,
  };
}

/** Behind a full page: at its last moment, or on the next page where all of it is one moment. */
function behind(mark: z.output<typeof markSchema>, last: string, page: readonly WooRecord[]): Place {
  const before = new Date(Date.parse(last) - 1000).toISOString();
  if (before <= mark.since) return { ...mark, page: mark.page + 1 };
  const seen = page.filter((one) => (modifiedAt(one) ?? "") >= before).map(nameOf);
  return { since: before, page: 1, seen };
}

function nameOf(record: WooRecord): string {
  return `${record.id}@${modifiedAt(record) ?? ""}`;
}

function modifiedAt({ date_modified_gmt: at }: WooRecord): string | null {
  const time = typeof at === "string" ? Date.parse(`${at}Z`) : Number.NaN;
  return Number.isFinite(time) ? new Date(time).toISOString() : null;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
