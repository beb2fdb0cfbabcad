import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { LANGUAGES } from "~/i18n/languages";
import { AppError } from "~/lib/app-error";
import { callFunction, instantSchema } from "../accounts/call-function.server";
import type { OrgContext } from "../context";
import type { FactorsContext } from "./factors-context";

const passkeySchema = z.object({
  id: z.uuid(),
  credentialId: z.string(),
  /** COSE key in base64url. */
  publicKey: z.string(),
  counter: z.number().int(),
  transports: z.array(z.string()),
});
export type StoredPasskey = z.output<typeof passkeySchema>;

const factorsSchema = z.object({
  user: z.object({ id: z.uuid(), email: z.string(), name: z.string(), language: z.enum(LANGUAGES) }),
  hasFactor: z.boolean(),
  totp: z
    .object({
      id: z.uuid(),
      sealed: z.string(),
      /** Null while it waits for its first code and counts for nothing. */
      confirmedAt: instantSchema.nullable(),
    })
    .nullable(),
  passkeys: z.array(
    passkeySchema.extend({
      name: z.string(),
      isBackedUp: z.boolean(),
      createdAt: instantSchema,
      lastUsedAt: instantSchema.nullable(),
    }),
  ),
  recoveryCodesLeft: z.number().int(),
  /** From when on the person may set up anew, having lost everything; null when they did not ask. */
  resetAt: instantSchema.nullable(),
});
export type Factors = z.output<typeof factorsSchema>;

const ownFactorsSchema = factorsSchema.extend({ isFresh: z.boolean() });
/** `isFresh`: the person proved in the last ten minutes that it is them. */
export type OwnFactors = z.output<typeof ownFactorsSchema>;

/** The factors of a session's own user. Throws `unauthenticated` when the session is over. */
export async function getFactors(ctx: Pick<FactorsContext, "db">, sessionId: string): Promise<OwnFactors> {
  const call = sql`factors_find_by_session(${sessionId}::uuid)`;
  const factors = await callFunction(ctx.db, call, ownFactorsSchema.nullable());
  if (!factors) throw new AppError("unauthenticated", "errors:sessionEnded");
  return factors;
}

/** The same in an organization's batch, without a round trip of its own. */
export async function readOwnFactors({ db, actor }: OrgContext): Promise<OwnFactors> {
  const result = await db.read(
    db.orm.execute(sql`select factors_find_by_session(${actor.sessionId}::uuid) as factors`),
  );
  const [row] = readRows(z.object({ factors: ownFactorsSchema }), result);
  if (!row) throw new AppError("unauthenticated", "errors:sessionEnded");
  return row.factors;
}

/** With what the person may prove who they are: a second factor where they have one, else the password. */
export function confirmMethods({ hasFactor, totp, passkeys, recoveryCodesLeft }: Factors) {
  return {
    password: !hasFactor,
    code: hasFactor && (totp?.confirmedAt != null || recoveryCodesLeft > 0),
    passkey: passkeys.length > 0,
  };
}

/** What a page may show of them: no keys, no secrets. */
export function viewFactors({ hasFactor, totp, passkeys, recoveryCodesLeft, resetAt }: Factors) {
  return {
    hasFactor,
    totpSince: totp?.confirmedAt ?? null,
    passkeys: passkeys.map(({ id, name, isBackedUp, createdAt, lastUsedAt }) => ({
      ...{ id, name, isBackedUp, createdAt, lastUsedAt },
    })),
    recoveryCodesLeft,
    resetAt,
  };
}
export type FactorsView = ReturnType<typeof viewFactors>;

/** The factors of whoever gave the right password a moment ago; null when it changed since. */
export function findFactorsAfterPassword(
  ctx: Pick<FactorsContext, "db">,
  { userId, fingerprint }: { userId: string; fingerprint: string },
): Promise<Factors | null> {
  const call = sql`factors_find_by_password(${userId}::uuid, ${fingerprint})`;
  return callFunction(ctx.db, call, factorsSchema.nullable());
}

/** Whose passkey a browser answers with; null when nobody's. */
export function findPasskey(
  ctx: Pick<FactorsContext, "db">,
  credentialId: string,
): Promise<(StoredPasskey & { userId: string }) | null> {
  const schema = passkeySchema.extend({ userId: z.uuid() });
  return callFunction(ctx.db, sql`passkey_find(${credentialId})`, schema.nullable());
}
