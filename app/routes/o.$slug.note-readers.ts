import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { listNoteReaders } from "~/domain/notes/note-readers-queries.server";
import { requireOrg } from "~/http/require-org.server";

/** The members whom a note can name. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "notes.write");
  return { readers: await listNoteReaders(ctx) };
}
