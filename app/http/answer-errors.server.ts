import { data, redirect, type ServerBuild } from "@remix-run/cloudflare";
import { type AppError, isAppError, STATUS_OF } from "~/lib/app-error";

/** What an error page gets instead of the error. */
type ErrorAnswer = { code: string; messageKey: string; values: Record<string, string | number> };

type Handler = (args: { request: Request }) => unknown;

/**
 * The build with every loader and action wrapped: an AppError becomes an answer
 * with its status, and a missing session leads to the log-in page and back.
 */
export function answerErrors(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const module = { ...route.module };
      if (module.loader) module.loader = wrap(module.loader as Handler) as typeof module.loader;
      if (module.action) module.action = wrap(module.action as Handler) as typeof module.action;
      return [id, { ...route, module }];
    }),
  );
  return { ...build, routes };
}

function wrap(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      throw isAppError(error) ? answerFor(error, args.request) : error;
    }
  };
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
  const body: ErrorAnswer = { code: error.code, messageKey: error.messageKey, values: error.values };
  return data(body, { status: STATUS_OF[error.code] });
}
