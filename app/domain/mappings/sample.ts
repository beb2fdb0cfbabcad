import { openBody } from "~/connectors/generic/open-body";
import type { Outcome } from "../deliveries/outcomes";

/** A delivery that was captured, with what it said as JSON text. `receivedAt` is ISO 8601 UTC. */
export type KeptSample = {
  id: string;
  receivedAt: string;
  topic: string;
  outcome: Outcome;
  text: string;
};

/** A captured delivery whose body can be pointed at. */
export type Sample = Omit<KeptSample, "text"> & { body: unknown };

/** The captured deliveries with their bodies; those that cannot be read are left out. */
export function openSamples(kept: readonly KeptSample[]): Sample[] {
  return kept.flatMap(({ text, ...sample }) => {
    const body = readJson(text);
    return body === undefined ? [] : [{ ...sample, body: openBody(body) }];
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
