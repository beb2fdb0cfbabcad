import { broughtKeysSchema } from "~/connectors/woocommerce/api/approval";
import type { AccountPorts } from "~/domain/accounts/accounts-context";
import { requireAttempt } from "~/domain/accounts/attempt-policies.server";
import { takeKeys } from "~/domain/connections/shop-api/take-keys.server";
import { readJson } from "~/http/read-body.server";
import { isAppError, STATUS_OF } from "~/lib/app-error";
import { addressRange } from "~/lib/ip-range";
import type { RequestServices } from "~/load-context";

type Services = Pick<RequestServices, "keyring" | "now" | "ip"> & {
  accounts: Pick<RequestServices["accounts"], "db" | "newId"> & { ports: Pick<AccountPorts, "limits"> };
};

const MOST_BYTES = 4096;

/** Answers a WooCommerce shop that brings keys. It keeps them only when we say 200; everything else takes them back. */
export async function answerHandover(
  request: Request,
  { accounts, keyring, now, ip }: Services,
): Promise<Response> {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
  try {
    await requireAttempt(accounts, "shopKeysByAddress", ip === null ? "unknown" : addressRange(ip));
    const brought = await readJson(request, broughtKeysSchema, MOST_BYTES);
    await takeKeys({ db: accounts.db, keyring, now, newId: accounts.newId }, brought);
    return Response.json({ ok: true });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return Response.json({ ok: false }, { status: STATUS_OF[error.code] });
  }
}
