import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from "@oslojs/encoding";
import * as z from "zod";

/** Where a page begins: the last row before it, by the list's sort key and the row's id. */
export type PageCursor = { sort: string; key: string; id: string };

const LONGEST = 4000;
const cursorSchema = z.tuple([z.string().max(40), z.string().max(1000), z.uuid()]);

/** Opaque text for a URL. */
export function writePageCursor({ sort, key, id }: PageCursor): string {
  return encodeBase64urlNoPadding(new TextEncoder().encode(JSON.stringify([sort, key, id])));
}

/** Null for anything that `writePageCursor` did not write. */
export function readPageCursor(text: string): PageCursor | null {
  if (text.length > LONGEST) return null;
  try {
    const bytes = decodeBase64urlIgnorePadding(text);
    const [sort, key, id] = cursorSchema.parse(
      JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    );
    return { sort, key, id };
  } catch {
    return null;
  }
}
