import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";

/** What was compared and found right here. It counts once the database has found that it still holds, and used it up. */
export type Proof =
  | { kind: "password"; hash: string }
  | { kind: "totp"; id: string; step: number }
  | { kind: "recovery"; hash: string }
  | { kind: "passkey"; id: string; counter: number; token: string };

export function proofParameter(proof: Proof): SQL {
  return sql`${JSON.stringify(proof)}::jsonb`;
}
