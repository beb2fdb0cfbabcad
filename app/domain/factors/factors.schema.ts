import * as z from "zod";

/** Bytes in base64url; the bound only keeps the work small. */
const bytes = z.string().regex(/^[A-Za-z0-9_-]{1,8192}$/);

const credential = {
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
};

/** A browser's JSON in one form field. */
const json = z
  .string()
  .max(32_768)
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      ctx.addIssue({ code: "custom", message: "errors:badRequest" });
      return z.NEVER;
    }
  });

/** A passkey's answer to a challenge, with the ticket that carries the challenge. */
export const passkeyAnswerSchema = z.object({
  ticket: z.string().max(2048),
  answer: json.pipe(
    z.object({
      ...credential,
      response: z.object({
        clientDataJSON: bytes,
        authenticatorData: bytes,
        signature: bytes,
        userHandle: bytes.optional(),
      }),
    }),
  ),
});
export type PasskeyAssertion = z.output<typeof passkeyAnswerSchema>["answer"];

const newPasskeySchema = z.object({
  ticket: z.string().max(2048),
  answer: json.pipe(
    z.object({
      ...credential,
      response: z.object({
        clientDataJSON: bytes,
        attestationObject: bytes,
        transports: z
          .array(z.string().regex(/^[a-z-]{1,20}$/))
          .max(10)
          .optional(),
      }),
    }),
  ),
});
export type PasskeyAttestation = z.output<typeof newPasskeySchema>["answer"];

/** A code of an authenticator app or a recovery code. */
const codeSchema = z.object({ code: z.string().trim().min(6).max(64) });

const password = z.object({ password: z.string().min(1).max(1024) });

/** How somebody proves again who they are. */
export const confirmSchema = z.discriminatedUnion("method", [
  password.extend({ method: z.literal("password") }),
  codeSchema.extend({ method: z.literal("code") }),
  passkeyAnswerSchema.extend({ method: z.literal("passkey") }),
]);

/** The second step of a log-in; whoever lost every factor asks for a way without, and takes it days later. */
export const secondStepSchema = z.discriminatedUnion("method", [
  z.object({ method: z.literal("lost") }),
  z.object({ method: z.literal("finish-reset") }),
  codeSchema.extend({ method: z.literal("code") }),
  passkeyAnswerSchema.extend({ method: z.literal("passkey") }),
]);

const passkeyName = z
  .string()
  .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(60)
      .regex(/^[^\p{Cc}\p{Cf}<>]*$/u, "auth:errors.nameCharacters"),
  );

/** Every change of a person's own factors. */
export const factorsActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("begin-totp") }),
  codeSchema.extend({ intent: z.literal("confirm-totp") }),
  z.object({ intent: z.literal("remove-totp") }),
  z.object({ intent: z.literal("cancel-reset") }),
  z.object({ intent: z.literal("replace-codes") }),
  newPasskeySchema.extend({ intent: z.literal("add-passkey"), name: passkeyName }),
  z.object({ intent: z.literal("rename-passkey"), id: z.uuid(), name: passkeyName }),
  z.object({ intent: z.literal("remove-passkey"), id: z.uuid() }),
]);
