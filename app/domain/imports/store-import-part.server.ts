import { encodeHexLowerCase } from "@oslojs/encoding";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { importPartSchema } from "./import.schema";
import { IMPORT_LIMITS } from "./import-fields";
import { storePart } from "./import-files.server";

export type SentPart = { importId: string; part: number; bytes: Uint8Array<ArrayBuffer>; hash: string };

/**
 * Keeps a piece of a file; sent again, it takes the place of what it was before.
 * `hash` is the SHA-256 of the bytes as the sender says. Throws `bad_request` for
 * what is no part or was damaged on its way, `conflict` once the file is complete.
 */
export async function storeImportPart(ctx: OrgContext, sent: SentPart): Promise<{ hash: string }> {
  const importId = requireRecordId(sent.importId);
  const [{ organization }] = await Promise.all([ctx.db.entry(), requireUploading(ctx, importId)]);
  if (!(Number.isInteger(sent.part) && sent.part >= 0 && sent.part < IMPORT_LIMITS.rows))
    throw new AppError("bad_request", "imports:errors.partUnreadable");
  const hash = encodeHexLowerCase(new Uint8Array(await crypto.subtle.digest("SHA-256", sent.bytes)));
  if (hash !== sent.hash) throw new AppError("bad_request", "imports:errors.partDamaged");
  const { from, rows } = readSent(sent.bytes);
  await storePart(ctx.ports.archive, { orgId: organization.id, importId, part: sent.part, hash }, sent.bytes);
  await ctx.db.write([
    ctx.db.orm.execute(sql`
      insert into import_parts (import_id, part, first_row, row_count, hash)
      select id, ${sent.part}, ${from}, ${rows.length}, ${hash} from imports
      where id = ${importId}::uuid and state = 'uploading'
      on conflict (org_id, import_id, part) do update
      set first_row = excluded.first_row, row_count = excluded.row_count, hash = excluded.hash`),
  ]);
  return { hash };
}

async function requireUploading({ db }: OrgContext, importId: string): Promise<void> {
  const result = await db.read(db.orm.execute(sql`select state from imports where id = ${importId}::uuid`));
  const [row] = readRows(z.object({ state: z.string() }), result);
  if (!row) throw new AppError("not_found", "errors:notFound");
  if (row.state !== "uploading") throw new AppError("conflict", "imports:errors.isComplete");
}

function readSent(bytes: Uint8Array) {
  const { data } = importPartSchema.safeParse(parseJson(bytes));
  if (!data) throw new AppError("bad_request", "imports:errors.partUnreadable");
  return data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
