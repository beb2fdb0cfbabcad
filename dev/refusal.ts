/** A sentence for the person at the terminal: what is wrong and what to do. Printed without a stack. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Prints what ended a command and makes it exit with 1. */
export function reportFailure(error: unknown): void {
  process.stderr.write(`${error instanceof Refusal ? error.message : describe(error)}\n`);
  process.exitCode = 1;
}

const describe = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
