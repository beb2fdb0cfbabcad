import type * as z from "zod";
import { ShopApiError } from "./shop-api-error";
import type { ShopAnswer } from "./shop-fetch";

/** The body of an answer as JSON. Throws `not_json` for a web page, as a shop shows it when its interface is off. */
export function readJson({ text, status }: Pick<ShopAnswer, "text" | "status">): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ShopApiError("not_json", { status });
  }
}

/** As the schema says. Throws `unexpected`, without the body, which may name people. */
export function readAs<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (!result.success) throw new ShopApiError("unexpected");
  return result.data;
}
