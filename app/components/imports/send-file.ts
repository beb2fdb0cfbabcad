import { encodeHexLowerCase } from "@oslojs/encoding";
import { contentHash } from "~/lib/files/content-hash";
import { readRows } from "~/lib/files/read-rows";
import { splitParts } from "~/lib/files/split-parts";
import { askServer } from "./ask-server";
import type { FileNews, FileTask } from "./file-work";
import { readBegun } from "./read-begun";

/** As many rows and bytes as the server takes at once. */
const PART_LIMITS = { rows: 2000, bytes: 950_000 };

/** Reads the file and sends its rows part by part; parts that have arrived before are not sent again. */
export async function sendFile(
  { file, choice, facts, base }: Extract<FileTask, { kind: "send" }>,
  tell: (news: FileNews) => void,
): Promise<void> {
  const body = { ...facts, fileSize: file.size, contentHash: await contentHash(file) };
  const begun = readBegun(
    await askServer(`${base}/imports/new-file`, {
      method: "POST",
      body: JSON.stringify(body),
    }),
  );
  const progress = { rows: 0, parts: 0, share: 0 };
  const pieces = watched(readRows(file, choice), progress);
  for await (const { part, ...rows } of splitParts(pieces, PART_LIMITS)) {
    const bytes = new TextEncoder().encode(JSON.stringify(rows));
    const hash = encodeHexLowerCase(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    if (begun.arrived.get(part) !== hash) {
      await askServer(`${base}/imports/${begun.id}/parts/${part}`, {
        method: "PUT",
        body: bytes,
        headers: { "X-Content-SHA256": hash },
      });
    }
    progress.rows += rows.rows.length;
    progress.parts++;
    tell({ kind: "sending", rows: progress.rows, share: progress.share });
  }
  const complete = { intent: "complete", rowCount: progress.rows, partCount: progress.parts };
  await askServer(`${base}/imports/${begun.id}/act`, { method: "POST", body: JSON.stringify(complete) });
  tell({ kind: "sent", importId: begun.id, same: begun.same });
}

/** Keeps how much of the file has been read, while its rows pass. */
async function* watched(pieces: ReturnType<typeof readRows>, progress: { share: number }) {
  for await (const piece of pieces) {
    progress.share = piece.share;
    yield piece;
  }
}
