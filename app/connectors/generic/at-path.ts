import { isRecord } from "../read";
import type { Path } from "./mapping.schema";

/** The value that a path leads to in a body; undefined where it leads nowhere. */
export function atPath(body: unknown, path: Path): unknown {
  let value = body;
  for (const name of path) {
    if (Array.isArray(value)) value = /^\d{1,6}$/.test(name) ? value[Number(name)] : undefined;
    else value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    if (value === undefined) return undefined;
  }
  return value;
}
