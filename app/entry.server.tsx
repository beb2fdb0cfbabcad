import type { AppLoadContext, EntryContext } from "@remix-run/cloudflare";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToReadableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { createServerI18n } from "~/i18n/i18n.server";
import { DEFAULT_LANGUAGE, isLanguage } from "~/i18n/languages";
import { logError } from "~/lib/log";

const ABORT_MS = 5_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
) {
  let responseStatus = status;
  const i18n = createServerI18n(languageOf(remixContext));
  const body = await renderToReadableStream(
    <I18nextProvider i18n={i18n}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={ABORT_MS} />
    </I18nextProvider>,
    {
      nonce,
      signal: AbortSignal.timeout(ABORT_MS + 1_000),
      onError(error) {
        responseStatus = 500;
        logError("render.failed", { requestId, error });
      },
    },
  );
  if (isbot(request.headers.get("user-agent"))) await body.allReady;
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(body, { headers, status: responseStatus });
}

/** Unexpected errors are logged with their cause; what was thrown for people to read is not an error of ours. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  logError("request.failed", { requestId: context.requestId, path: new URL(request.url).pathname, error });
}

/** The root loader chose the language; without its data (an error above it) the default stands. */
function languageOf(context: EntryContext) {
  const root = context.staticHandlerContext.loaderData?.root as { language?: unknown } | undefined;
  return isLanguage(root?.language) ? root.language : DEFAULT_LANGUAGE;
}
