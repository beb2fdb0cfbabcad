import type * as z from "zod";
import { AppError } from "~/lib/app-error";
import { joinBytes } from "~/lib/join-bytes";

/** The body's bytes. Throws `too_large` above `most`, while it arrives. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new AppError("too_large", "errors:tooLarge");
  if (Number(request.headers.get("Content-Length")) > most) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw tooLarge();
    }
    pieces.push(read.value);
  }
  return joinBytes(pieces);
}

/** What the body says, as JSON or as a form's fields. Throws `bad_request` for what `schema` does not take. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>, most: number): Promise<T> {
  const text = new TextDecoder().decode(await readBytes(request, most));
  const isForm = request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  const { data } = schema.safeParse(isForm ? Object.fromEntries(new URLSearchParams(text)) : parseJson(text));
  if (data === undefined) throw new AppError("bad_request", "errors:badRequest");
  return data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
