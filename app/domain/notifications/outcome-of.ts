type Outcome = "sent" | "refused" | "due";

/**
 * How the sending of a mail ended, as it is written down: `due` was not taken and may
 * be later. Null when the answer was lost: the claim stays, and the same mail is tried
 * again under its idempotency key.
 */
export async function outcomeOf(send: () => Promise<void>): Promise<Outcome | null> {
  try {
    await send();
    return "sent";
  } catch (error) {
    const outcome = error instanceof Error && "outcome" in error ? error.outcome : null;
    if (outcome === "refused") return "refused";
    return outcome === "unavailable" ? "due" : null;
  }
}
