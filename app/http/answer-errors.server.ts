import { type AppLoadContext, data, redirect, type ServerBuild } from "@remix-run/cloudflare";
import * as z from "zod";
import {
  type AppError,
  type AppErrorCode,
  isAppError,
  isConfirmFirst,
  isFactorNeeded,
  type MessageValues,
  STATUS_OF,
} from "~/lib/app-error";
import { logError } from "~/lib/log";

/** What an error page gets instead of the error. With `requestId` where the log has more to tell. */
export type ErrorAnswer = {
  code: AppErrorCode;
  messageKey: string;
  values: MessageValues;
  requestId?: string;
};

type Handler = (args: HandlerArgs) => unknown;
type HandlerArgs = { request: Request; context: Pick<AppLoadContext, "requestId"> };

/**
 * The build with every loader and action wrapped: an AppError becomes an answer
 * with its status, a missing session leads to the log-in page and back, and any
 * other error is logged under the number its page shows.
 */
export function answerErrors(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const module = { ...route.module };
      const isPage = module.default !== undefined;
      if (module.loader) module.loader = wrap(module.loader as Handler, isPage) as typeof module.loader;
      if (module.action) module.action = wrap(module.action as Handler, isPage) as typeof module.action;
      return [id, { ...route, module }];
    }),
  );
  return { ...build, routes };
}

function wrap(handler: Handler, isPage: boolean): Handler {
  return async (args) => {
    try {
      const answer = await handler(args);
      return isPage ? answer : withStatus(answer);
    } catch (error) {
      if (isAppError(error)) throw answerFor(error, args.request);
      throw error instanceof Error ? answerUnexpected(error, args) : error;
    }
  };
}

const withInit = z.object({
  type: z.literal("DataWithResponseInit"),
  data: z.unknown(),
  init: z.custom<ResponseInit>().nullable(),
});

/** Whoever asks a route without a page for itself, and not for a page of ours, would be answered 200 whatever happened. */
function withStatus(answer: unknown): unknown {
  const { data: parts } = withInit.safeParse(answer);
  return parts ? Response.json(parts.data, parts.init ?? undefined) : answer;
}

function answerFor(error: AppError, request: Request): unknown {
  if (error.code === "unauthenticated") {
    const url = new URL(request.url);
    const isPage = request.method === "GET";
    const next = isPage
      ? `?next=${encodeURIComponent(url.pathname.replace(/\.data$/, "") + url.search)}`
      : "";
    return redirect(`/log-in${next}`);
  }
  const next = encodeURIComponent(pageOf(request));
  if (isConfirmFirst(error)) return redirect(`/account/confirm?next=${next}`);
  if (isFactorNeeded(error)) return redirect(`/account/factors?next=${next}`);
  const body: ErrorAnswer = { code: error.code, messageKey: error.messageKey, values: error.values };
  return data(body, { status: STATUS_OF[error.code] });
}

/** The page that a request was made for or from: where somebody goes on after a detour. */
function pageOf(request: Request): string {
  const url = new URL(request.url);
  if (request.method === "GET") return url.pathname.replace(/\.data$/, "") + url.search;
  const from = URL.parse(request.headers.get("Referer") ?? "");
  return from?.origin === url.origin ? from.pathname + from.search : "/o";
}

function answerUnexpected(error: Error, { request, context: { requestId } }: HandlerArgs): unknown {
  if (request.signal.aborted) return error;
  logError("request.failed", { requestId, path: new URL(request.url).pathname, error });
  const body: ErrorAnswer = {
    code: "internal",
    messageKey: "errors:internalNumbered",
    values: {},
    requestId,
  };
  return data(body, { status: STATUS_OF.internal });
}
