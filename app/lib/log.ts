type Facts = Record<string, unknown>;

/** One JSON line. Facts are ids, counts, codes and paths; never bodies, names or contacts. */
export function logEvent(event: string, facts: Facts = {}): void {
  console.log(JSON.stringify({ level: "info", event, at: new Date().toISOString(), ...facts }));
}

/** An unexpected failure with its causes. Messages of the database are cut at the first line, where values begin. */
export function logError(event: string, { error, ...facts }: Facts & { error: unknown }): void {
  console.error(
    JSON.stringify({
      level: "error",
      event,
      at: new Date().toISOString(),
      ...facts,
      causes: causesOf(error),
    }),
  );
}

function causesOf(error: unknown): string[] {
  const causes: string[] = [];
  for (
    let at = error;
    at !== undefined && causes.length < 5;
    at = at instanceof Error ? at.cause : undefined
  ) {
    if (!(at instanceof Error)) {
      causes.push(typeof at);
      continue;
    }
    const code = "code" in at ? ` ${String(at.code)}` : "";
    const text = textOf(at);
    causes.push(`${at.name}${code}: ${text.slice(0, 200)} ${placeOf(at)}`);
  }
  return causes;
}

function textOf(error: Error): string {
  // A failed query's message repeats its parameters; its name and code are enough.
  if (error.message.startsWith("Failed query")) return "failed query";
  if (error.name === "ZodError" && "issues" in error && Array.isArray(error.issues))
    return error.issues.map(({ code, path }) => `${code} at ${[path].flat().join(".")}`).join(", ");
  return error.message.split("\n")[0] ?? "";
}

/** Where it was thrown. The stack begins with the message, which may hold values in lines of its own. */
function placeOf({ message, stack = "" }: Error): string {
  const start = stack.indexOf(message);
  if (start === -1) return "";
  const lines = stack.slice(start + message.length).split("\n");
  return lines.map((line) => line.trim()).find((line) => line.startsWith("at ")) ?? "";
}
