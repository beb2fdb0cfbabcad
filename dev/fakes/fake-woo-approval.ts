import * as z from "zod";
import { page, redirect, type Send } from "./fake-shop";
import type { WooKey } from "./fake-woo-shop";

const askedSchema = z.object({
  app_name: z.string(),
  scope: z.enum(["read", "write", "read_write"]),
  user_id: z.string(),
  return_url: z.url(),
  callback_url: z.url(),
});
type Asked = z.output<typeof askedSchema>;

const PRETTY = /^(.*)\/wc-auth\/v1\/(\w+)$/;

/** The pages of the key hand-over; null for any other address. Whoever opens them counts as the shop's owner. */
export async function answerApproval(
  url: URL,
  shop: { addKey(scope: WooKey["permissions"]): WooKey; send: Send },
): Promise<Response | null> {
  const route = PRETTY.exec(url.pathname)?.[2] ?? url.searchParams.get("wc-auth-route");
  if (!route) return null;
  const asked = askedSchema.safeParse(Object.fromEntries(url.searchParams));
  if (!asked.success) return new Response("Error: Missing parameter.", { status: 401 });
  if (route === "authorize") return grantPage(url, asked.data);
  const key = shop.addKey(asked.data.scope);
  const brought = {
    key_id: 1,
    user_id: asked.data.user_id,
    consumer_key: key.ck,
    consumer_secret: key.cs,
    key_permissions: key.permissions,
  };
  const headers = { "Content-Type": "application/json;charset=UTF-8" };
  const request = new Request(asked.data.callback_url, {
    method: "POST",
    headers,
    body: JSON.stringify(brought),
  });
  const { status } = await shop.send(request);
  if (status !== 200) return new Response("Error: An error occurred in the request.", { status: 401 });
  return redirect(returnOf(asked.data, "1"));
}

function grantPage(url: URL, asked: Asked): Response {
  // Relative, because a fake shop may stand in a folder.
  const granted = url.pathname.endsWith("authorize") ? "access_granted" : "";
  const query = new URLSearchParams(url.search);
  if (query.has("wc-auth-route")) query.set("wc-auth-route", "access_granted");
  return page(
    `${asked.app_name} would like to connect to your store`,
    `This gives it ${asked.scope} access.`,
    {
      Approve: `${granted}?${query}`,
      Deny: returnOf(asked, "0"),
    },
  );
}

function returnOf(asked: Asked, success: string): string {
  const back = new URL(asked.return_url);
  back.searchParams.set("success", success);
  back.searchParams.set("user_id", asked.user_id);
  return back.href;
}
