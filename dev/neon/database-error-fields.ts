/** What Postgres tells about an error and the driver reads back, besides the message. */
const FIELDS = [
  "severity",
  "code",
  "detail",
  "hint",
  "position",
  "internalPosition",
  "internalQuery",
  "where",
  "schema",
  "table",
  "column",
  "dataType",
  "constraint",
  "file",
  "line",
  "routine",
] as const;

export type DatabaseErrorFields = { message: string } & Partial<Record<(typeof FIELDS)[number], string>>;

/** An error that Postgres answered, as JSON; null for any other, such as a refused connection. */
export function databaseErrorFields(error: unknown): DatabaseErrorFields | null {
  if (!(error instanceof Error) || !("severity" in error)) return null;
  const entries = Object.entries(error).filter(
    ([name, value]) => FIELDS.some((field) => field === name) && typeof value === "string",
  );
  return { message: error.message, ...Object.fromEntries(entries) };
}
