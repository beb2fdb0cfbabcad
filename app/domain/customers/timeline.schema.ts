import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from "@oslojs/encoding";
import * as z from "zod";
import { TIMELINE_KINDS, type TimelineKind } from "./timeline-kinds";

const LONGEST_ID = 200;
const LONGEST_CURSOR = 1000;

/** An entry's place among all of a customer; `at` is UTC to the microsecond. */
const placeSchema = z.tuple([
  z.iso.datetime({ precision: 6 }),
  z.enum(TIMELINE_KINDS),
  z.string().max(LONGEST_ID),
]);
export type TimelinePlace = { at: string; kind: TimelineKind; id: string };

/** Opaque text for a URL. */
export function writePlace({ at, kind, id }: TimelinePlace): string {
  return encodeBase64urlNoPadding(new TextEncoder().encode(JSON.stringify([at, kind, id])));
}

/** Null for anything that `writePlace` did not write. */
function readPlace(text: string): TimelinePlace | null {
  if (text.length > LONGEST_CURSOR) return null;
  try {
    const bytes = decodeBase64urlIgnorePadding(text);
    const [at, kind, id] = placeSchema.parse(
      JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    );
    return id.includes("\0") ? null : { at, kind, id };
  } catch {
    return null;
  }
}

/** From the URL: a wrong kind shows every kind, a wrong cursor the newest entries. */
export const timelineSchema = z.object({
  show: z.enum(TIMELINE_KINDS).nullable().catch(null).default(null),
  before: z.string().transform(readPlace).nullable().catch(null).default(null),
});
