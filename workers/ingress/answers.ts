import type { Acceptance } from "../durable-objects/inbox/acceptance";

/** What a sender is told besides the status: what happened and what to do next. */
const MESSAGES = {
  not_json: "The body is not JSON. Send the platform's own JSON webhook format.",
  bad_signature: "The signature does not match. Check that the shop and OruCRM hold the same secret.",
  not_found: "No connection has this address. Copy the webhook URL again from OruCRM, Connections.",
  switched_off: "This connection is switched off. Switch it on in OruCRM, or delete the webhook in the shop.",
  removed: "This connection was removed. Delete the webhook in the shop.",
  method: "This address receives webhooks by POST. Paste it into the shop's webhook settings.",
  too_large: "The body is larger than 1 MB. Send fewer records in one webhook.",
  not_utf8: "The body is not UTF-8. Send it as UTF-8 JSON.",
  too_deep: "The JSON is nested too deeply. Send the platform's own webhook format.",
  not_configured: "This connection is being set up. Send it again in half a minute.",
  unavailable: "The delivery could not be stored. Send it again in half a minute.",
} as const;

type ErrorCode = keyof typeof MESSAGES;

const RETRY_AFTER_SECONDS = "30";

/** Exactly 200: some platforms take another 2xx for a failure. A few read a word of their own, `text`. */
export function answerOk(text?: string): Response {
  const headers = { "Cache-Control": "no-store" };
  return text === undefined ? Response.json({ ok: true }, { headers }) : new Response(text, { headers });
}

/** An error with its code and a sentence that says what to do next. */
export function answerError(
  status: number,
  error: ErrorCode,
  headers: Record<string, string> = {},
): Response {
  const retry: Record<string, string> = status === 503 ? { "Retry-After": RETRY_AFTER_SECONDS } : {};
  return Response.json(
    { error, message: MESSAGES[error] },
    { status, headers: { "Cache-Control": "no-store", ...retry, ...headers } },
  );
}

export function answerAcceptance(acceptance: Acceptance, okText?: string): Response {
  return acceptance.status === 200 ? answerOk(okText) : answerError(acceptance.status, acceptance.code);
}

/** Webhooks come by POST. Who opens the address in a browser reads one plain sentence. */
export function answerMethod(method: string): Response {
  if (method !== "GET") return answerError(405, "method", { Allow: "POST" });
  const headers = { Allow: "POST", "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(`${MESSAGES.method}\n`, { status: 405, headers });
}
