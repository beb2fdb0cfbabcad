import * as z from "zod";
import { HMAC_ALGORITHMS, HMAC_ENCODINGS, SIGNED_PARTS } from "./proof-kinds";

const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_|~-]{1,64}$/;
/** Headers that say something else, or that somebody on the way sets. */
const TAKEN = /^(?:host|cookie|content-.*|accept.*|user-agent|connection|x-forwarded-.*|x-real-ip|cf-.*)$/;

/** The name of a header that a proof may stand in, in lower case. */
const header = z
  .string({ error: "proof:errors.header" })
  .trim()
  .toLowerCase()
  .refine((name) => TOKEN.test(name) && !TAKEN.test(name), "proof:errors.header");

/** How the deliveries of a connection prove themselves, where its seller chooses. */
export const proofSettingsSchema = z.discriminatedUnion("kind", [
  /** The secret is the last part of the address. */
  z.object({ kind: z.literal("address") }),
  /** The secret stands in a header, by itself or after `Bearer`. */
  z.object({ kind: z.literal("token"), header }),
  z
    .object({
      kind: z.literal("hmac"),
      header,
      algorithm: z.enum(HMAC_ALGORITHMS),
      encoding: z.enum(HMAC_ENCODINGS),
      /** What stands before the signature in its header, such as `sha256=`; usually nothing. */
      prefix: z
        .string()
        .trim()
        .max(20, "proof:errors.prefix")
        .regex(/^[!-~]*$/, "proof:errors.prefix")
        .default(""),
      signed: z.enum(SIGNED_PARTS),
      /** Holds the seconds since 1970 that are signed as `<timestamp>.<body>`. */
      timestampHeader: header.optional(),
    })
    .refine(({ signed, timestampHeader }) => signed === "body" || timestampHeader !== undefined, {
      path: ["timestampHeader"],
      message: "proof:errors.header",
    }),
  /** HTTP Basic: the secret is the password. */
  z.object({
    kind: z.literal("basic"),
    username: z
      .string({ error: "proof:errors.username" })
      .trim()
      .min(1, "proof:errors.username")
      .max(100, "proof:errors.username")
      .regex(/^[^:\p{Cc}]+$/u, "proof:errors.username"),
  }),
  /** The headers of standardwebhooks.com: `webhook-id`, `webhook-timestamp`, `webhook-signature`. */
  z.object({ kind: z.literal("standard") }),
]);

export type ProofSettings = z.output<typeof proofSettingsSchema>;

/** In lower case; what stands in them is read to check a delivery and never kept. */
export function proofHeadersOf(proof: ProofSettings): readonly string[] {
  if (proof.kind === "token") return [proof.header];
  if (proof.kind === "hmac") return [proof.header, ...(proof.timestampHeader ? [proof.timestampHeader] : [])];
  if (proof.kind === "basic") return ["authorization"];
  return proof.kind === "standard" ? ["webhook-id", "webhook-timestamp", "webhook-signature"] : [];
}
