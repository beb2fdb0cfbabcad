import { AppError } from "~/lib/app-error";
import type { ArchivePort } from "../context";
import { type ImportPart, importPartSchema } from "./import.schema";

/** Everything that an organization's imports have stored. */
export const importsPrefix = (orgId: string) => `imports/${orgId}/`;

export const importPrefix = (orgId: string, importId: string) => `${importsPrefix(orgId)}${importId}/`;

type PartPlace = { orgId: string; importId: string; part: number; hash: string };

/** The content is part of the name, so that a part that was sent again never changes what is being read. */
function partName({ orgId, importId, part, hash }: PartPlace): string {
  return `${importPrefix(orgId, importId)}part-${String(part).padStart(5, "0")}-${hash.slice(0, 16)}`;
}

export function storePart(archive: ArchivePort, place: PartPlace, bytes: Uint8Array): Promise<void> {
  return archive.put(partName(place), bytes);
}

/** Throws `not_found` when the file is no longer stored. */
export async function readPart(archive: ArchivePort, place: PartPlace): Promise<ImportPart> {
  const stream = await archive.read(partName(place));
  if (stream === null) throw new AppError("not_found", "imports:errors.fileGone");
  return importPartSchema.parse(await new Response(stream).json());
}
