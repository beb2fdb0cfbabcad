import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Keyring } from "~/lib/keyring";
import type { AccountsContext } from "../accounts/accounts-context";
import { callFunction } from "../accounts/call-function.server";
import { readUnsubscribeToken } from "./unsubscribe-token";

/** Switches product mail off for whom the token was written. False for a token that is not ours. */
export async function unsubscribe(
  ctx: Pick<AccountsContext, "db" | "visit"> & { keyring: Keyring },
  token: string,
): Promise<boolean> {
  const userId = await readUnsubscribeToken(ctx.keyring, token);
  if (userId === null) return false;
  await callFunction(ctx.db, sql`product_mail_unsubscribe(${userId}::uuid, ${ctx.visit.ip})`, z.unknown());
  return true;
}
