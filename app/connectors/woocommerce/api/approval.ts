import * as z from "zod";
import type { WooSite } from "./site";

type Approval = { state: string; returnUrl: string; callbackUrl: string };

/**
 * The page of the shop on which its owner lets us in. The shop then brings the
 * keys to `callbackUrl`, and the browser to `returnUrl` with `success` 0 or 1.
 */
export function approvalUrl({ url, isPlain }: WooSite, { state, returnUrl, callbackUrl }: Approval): string {
  const query = new URLSearchParams({
    ...(isPlain ? { "wc-auth-version": "1", "wc-auth-route": "authorize" } : {}),
    app_name: "OruCRM",
    scope: "read_write",
    user_id: state,
    return_url: returnUrl,
    callback_url: callbackUrl,
  });
  return `${url}/${isPlain ? "" : "wc-auth/v1/authorize"}?${query}`;
}

const key = z.string().max(200);

/** What the shop brings: `user_id` is our state. Numbers may come as text and the other way round. */
export const broughtKeysSchema = z
  .object({
    user_id: z.union([z.string().max(200), z.number()]).transform(String),
    consumer_key: key.regex(/^ck_\w+$/),
    consumer_secret: key.regex(/^cs_\w+$/),
    key_permissions: z.enum(["read", "write", "read_write"]),
  })
  .transform((brought) => ({
    state: brought.user_id,
    consumerKey: brought.consumer_key,
    consumerSecret: brought.consumer_secret,
    scopes: brought.key_permissions.split("_"),
  }));
