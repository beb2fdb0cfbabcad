import type { RawDelivery } from "../connector";
import { isRecord, readRaw } from "../read";
import { type BodyFormat, readBody } from "./read-body";

/** The top-level texts, numbers and flags of a raw body as texts, as sent; null when it can't be read. For checksums over fields. */
export function readFlatFields(
  { rawBody, headers }: Pick<RawDelivery, "rawBody" | "headers">,
  formats: readonly BodyFormat[],
): ReadonlyMap<string, string> | null {
  const reading = readBody(rawBody, headers["content-type"], formats);
  if (reading.unreadable !== null || !isRecord(reading.body)) return null;
  return new Map(
    Object.entries(reading.body).flatMap(([name, value]) => {
      const text = readRaw(value);
      return text === null ? [] : [[name, text] as const];
    }),
  );
}
