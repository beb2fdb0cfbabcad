import type * as z from "zod";

/** Reads a query string into a schema's shape; a name that is absent is undefined. */
export function readParams<S extends z.ZodObject>(schema: S, params: URLSearchParams): z.output<S> {
  const names = Object.keys(schema.shape);
  return schema.parse(Object.fromEntries(names.map((name) => [name, params.get(name) ?? undefined])));
}
