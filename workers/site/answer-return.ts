import { readState } from "~/domain/connections/shop-api/approval-state";

/** Where Shopify sends the browser back to: one address for all, because its apps list theirs. */
export const RETURN_PATH = "/connect/shopify";

/** Sends the browser on to the connection that its state names; the page there finds out whether the state counts. */
export function answerReturn(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const place = readState(searchParams.get("state") ?? "");
  const to = place ? `/o/${place.slug}/connections/${place.connectionId}/connect?${searchParams}` : "/o";
  return new Response(null, { status: 302, headers: { Location: to } });
}
