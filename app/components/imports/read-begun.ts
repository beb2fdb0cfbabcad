import { Refused } from "./ask-server";

/** An import that was begun or is gone on with: hashes of parts that have arrived, and an earlier one of the same content. */
export type Begun = { id: string; arrived: Map<number, string>; same: string | null };

/** Reads the server's answer to a new file. */
export function readBegun(said: unknown): Begun {
  const id = textOf(said, "id");
  if (id === null) throw new Refused("imports:upload.broken");
  const arrived = new Map<number, string>();
  const parts = entryOf(said, "parts");
  for (const one of Array.isArray(parts) ? parts : []) {
    const [part, hash] = [entryOf(one, "part"), textOf(one, "hash")];
    if (typeof part === "number" && hash !== null) arrived.set(part, hash);
  }
  return { id, arrived, same: textOf(entryOf(said, "same"), "id") };
}

function entryOf(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}

function textOf(of: unknown, name: string): string | null {
  const value = entryOf(of, name);
  return typeof value === "string" ? value : null;
}
