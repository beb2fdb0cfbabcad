import * as z from "zod";
import type { ParseResult } from "../connector";
import { asNeedsAttention } from "../parse-result";
import { isRecord } from "../read";
import { looseNumber, looseObject } from "../tolerant-schemas";

const errorSchema = z.object({
  code: z.string().regex(/^\w{1,100}$/),
  message: z.string(),
  data: looseObject(z.object({ status: looseNumber })),
});

const LACKS_RIGHTS = /cannot|forbidden|permission|logged_in|unauthorized/;

/**
 * WooCommerce renders a delivery as the user who made the webhook. When that user
 * has lost their rights, or the record is gone by then, the body is an error of
 * its API. Null for any other body.
 */
export function findShopError(body: unknown): ParseResult | null {
  if (!isRecord(body) || "id" in body) return null;
  const { data: error } = errorSchema.safeParse(body);
  if (!error) return null;
  const status = error.data?.status ?? null;
  const isAboutRights = status === 401 || status === 403 || LACKS_RIGHTS.test(error.code);
  const reason = isAboutRights ? "webhook_user_lost_rights" : "shop_sent_error";
  return asNeedsAttention(reason, `code ${error.code}, status ${status ?? "unknown"}`);
}
