import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { rhythmSchema } from "./learn-rhythm";

/** What the shop's own interface says of the webhooks it has for us. */
export const WEBHOOK_ANSWERS = ["not_asked", "no_answer", "registered", "missing", "switched_off"] as const;
export type WebhookAnswer = (typeof WEBHOOK_ANSWERS)[number];

type Place = { orgId: string; connectionId: string };

/** What watching over silences needs of the world around it. */
export type SilenceJob = {
  db: HttpDatabase;
  now: Date;
  /** Whether deliveries wait in the connection's inbox: then it is we who are late, not the shop that is silent. */
  isWaiting(place: Place): Promise<boolean>;
  /** `not_asked` where there is no way into the shop's interface. Never rejects. */
  askWebhooks(place: Place): Promise<WebhookAnswer>;
};

/** A connection whose silence is to be looked at, as `claim_silence_looks` gives it; instants in ms. */
export const lookSchema = z.object({
  orgId: z.uuid(),
  connectionId: z.uuid(),
  timeZone: z.string(),
  since: z.coerce.number(),
  /** The same instant as the database has it, to the microsecond. */
  sinceText: z.string(),
  /** Null also where an earlier version kept another shape: it is learned anew. */
  rhythm: rhythmSchema.nullable().catch(null),
  learnedAt: z.coerce.number().nullable(),
});
export type SilenceLook = z.output<typeof lookSchema>;
