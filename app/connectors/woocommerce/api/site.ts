import * as z from "zod";
import { ShopApiError } from "../../api/shop-api-error";
import type { ShopAnswer, ShopFetch } from "../../api/shop-fetch";

const indexSchema = z.object({ namespaces: z.array(z.string()) });
const WOO = "wc/v3";

/** A shop's site, as its interface is reached. */
export type WooSite = {
  /** With scheme and folder, without a slash at its end. */
  url: string;
  /** Whether its addresses are plain: then the interface is asked by a parameter. */
  isPlain: boolean;
};

/**
 * Finds a shop's REST interface behind an address without a scheme: with or
 * without `www.`, whichever answers itself, and with pretty or plain addresses.
 * Throws a `ShopApiError`: `redirected`, `not_json` where something on the site
 * blocks it, `not_found` where there is no WooCommerce.
 */
export async function findSite(ask: ShopFetch, address: string): Promise<WooSite> {
  const url = `https://${address}`;
  try {
    return await findAt(ask, url);
  } catch (error) {
    if (!(error instanceof ShopApiError) || error.problem !== "redirected") throw error;
    const twin = address.startsWith("www.") ? address.slice(4) : `www.${address}`;
    return findAt(ask, `https://${twin}`);
  }
}

async function findAt(ask: ShopFetch, url: string): Promise<WooSite> {
  const pretty = await ask({ url: `${url}/wp-json/` });
  if (readIndex(pretty)) return { url, isPlain: false };
  const plain = await ask({ url: `${url}/?rest_route=/` });
  if (readIndex(plain)) return { url, isPlain: true };
  const { status } = pretty;
  throw new ShopApiError(status === 404 ? "not_found" : "not_json", { status });
}

/** Whether this is a WordPress index. Throws `not_found` for one without WooCommerce. */
function readIndex({ status, text }: ShopAnswer): boolean {
  if (status !== 200 || !text.trimStart().startsWith("{")) return false;
  const index = indexSchema.safeParse(parseOrNull(text));
  if (!index.success) return false;
  if (!index.data.namespaces.includes(WOO)) throw new ShopApiError("not_found", { code: "no_woocommerce" });
  return true;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
