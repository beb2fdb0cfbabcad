import * as z from "zod";
import type { DeliveryHeaders } from "~/connectors/connector";
import { shopify } from "~/connectors/shopify/connector";
import { configOf } from "../config";
import { answerError, answerOk } from "./answers";
import { readDeliveryHeaders, readRawBody } from "./read-request";

const domainSchema = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,60}\.myshopify\.com$/);
const bodySchema = z.object({ shop_domain: domainSchema });

/**
 * Shopify's app-level address for privacy requests. They are signed with the
 * app's secret and name a shop; every connection of that shop gets them, switched
 * off ones too, because its data is still here.
 */
export async function handleShopifyAppHook(request: Request, env: Env): Promise<Response> {
  const body = await readRawBody(request);
  if (body === null) return answerError(413, "too_large");
  const headers = readDeliveryHeaders(request);
  const secrets = configOf(env).shopifyAppSecrets;
  const verdict = await shopify.verify({ headers, rawBody: new Uint8Array(body), secrets });
  if (verdict !== "ok") return answerError(401, "bad_signature");
  const domain = readDomain(headers, body);
  // Signed and without a shop we could look for: another attempt would not change that.
  if (domain === null) return answerOk();
  const directory = env.DIRECTORY.getByName(domain);
  const connectionIds = await directory.find();
  const answers = await Promise.all(
    connectionIds.map((id) =>
      env.INBOX.getByName(id).accept({ platform: "shopify", headers, body, isVerified: true }),
    ),
  );
  const isStored = answers.every(({ status }) => status < 500);
  return isStored ? answerOk() : answerError(503, "unavailable");
}

/** The signed body's word counts before the header's, which no signature covers. */
function readDomain(headers: DeliveryHeaders, body: ArrayBuffer): string | null {
  const stated = bodySchema.safeParse(parseJson(body));
  if (stated.success) return stated.data.shop_domain;
  const header = headers["x-shopify-shop-domain"] ?? headers["shopify-shop-domain"];
  return domainSchema.safeParse(header).data ?? null;
}

function parseJson(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
