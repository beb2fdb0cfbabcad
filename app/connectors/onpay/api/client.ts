import * as z from "zod";
import { trimSlashes } from "~/lib/trim-slashes";
import { readAs, readJson } from "../../api/read-json";
import { ShopApiError } from "../../api/shop-api-error";
import type { ShopApi } from "../../api/shop-fetch";

/** `account` is the account's name, its address, or a whole address of a fake one. */
export type OnPayKeys = { account: string; token: string };

export type OnPayAsk = (
  params: Record<string, string>,
) => Promise<{ total: number | null; sales: OnPaySale[] }>;

/** OnPay names no limit: one question a second. */
const PAUSE_MS = 1000;

const saleSchema = z.looseObject({ id: z.union([z.number().int().positive(), z.string().min(1)]) });
export type OnPaySale = z.output<typeof saleSchema>;

const failureSchema = z.object({ ok: z.literal(false), message: z.string().optional() });
const listSchema = z.object({
  ok: z.literal(true),
  record_count: z.coerce.number().int().nonnegative().optional(),
  sales: z.array(saleSchema),
});

/** Asks for `sales.list`. A refusal comes with status 200 and `ok: false`. */
export function onpayClient({ ask, sleep }: ShopApi, { account, token }: OnPayKeys): OnPayAsk {
  const url = `${baseOf(account)}/api/v1/sales.list`;
  let isFirst = true;
  return async (params) => {
    if (!isFirst) await sleep(PAUSE_MS);
    isFirst = false;
    const answer = await ask({ url: `${url}?${new URLSearchParams({ token, ...params })}` });
    if (answer.status === 401 || answer.status === 403)
      throw new ShopApiError("keys_refused", { status: answer.status });
    if (answer.status !== 200) throw new ShopApiError("refused", { status: answer.status });
    const body = readJson(answer);
    const failure = failureSchema.safeParse(body);
    if (failure.success) throw refusalOf(failure.data.message ?? "");
    const { sales, record_count: total } = readAs(listSchema, body);
    return { sales, total: total ?? null };
  };
}

function baseOf(account: string): string {
  if (/^https?:\/\//.test(account)) return trimSlashes(account);
  return account.includes(".") ? `https://${account}` : `https://${account}.onpay.my`;
}

/** The message is for people and may change: only that it is about the token is looked for. */
function refusalOf(message: string): ShopApiError {
  return new ShopApiError(/token|auth/i.test(message) ? "keys_refused" : "refused");
}
