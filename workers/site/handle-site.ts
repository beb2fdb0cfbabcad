import { createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
import { uuidv7 } from "uuidv7";
import { answerErrors } from "~/http/answer-errors.server";
import { HANDOVER_PATH, refuseForeignWrite } from "~/http/same-origin";
import { createNonce, forbidStoring, setSecurityHeaders } from "~/http/security-headers";
import { logError } from "~/lib/log";
import { buildLoadContext, type RequestServices } from "~/load-context";
import { buildAccountPorts } from "../account-ports";
import { anchorPort } from "../anchor-port";
import { archivePort } from "../archive-port";
import { configOf } from "../config";
import { inboxPort } from "../inbox-port";
import { ingressPort } from "../ingress-port";
import { jobPort } from "../job-port";
import { shopsPort } from "../shops-port";
import { answerHandover } from "./answer-handover";
import { answerReturn, RETURN_PATH } from "./answer-return";
import { answerHealth } from "./health";
import { connectLive } from "./live";

const LIVE_PATH = /^\/o\/([a-z0-9-]+)\/live$/;

/** Everything but webhooks: health, live screens and the Remix app, each with the same headers. */
export async function handleSite(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  const url = new URL(request.url);
  const nonce = createNonce();
  const requestId = request.headers.get("CF-Ray") ?? uuidv7();
  const answer = await answerSafely(request, env, ctx, { nonce, requestId });
  if (answer.status === 101) return answer;
  const response = new Response(answer.body, answer);
  const isHtml = response.headers.get("Content-Type")?.startsWith("text/html");
  setSecurityHeaders(
    response.headers,
    { url, isDevelopment: import.meta.env?.DEV === true },
    isHtml ? nonce : undefined,
  );
  if (!response.headers.has("Cache-Control")) forbidStoring(response.headers);
  response.headers.set("X-Request-Id", requestId);
  return response;
}

async function answerSafely(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  ids: { nonce: string; requestId: string },
): Promise<Response> {
  try {
    return refuseForeignWrite(request) ?? (await answer(request, env, ctx, ids));
  } catch (error) {
    logError("site.failed", { requestId: ids.requestId, error });
    const text = `Something went wrong on our side. Try again in a minute; if it stays, tell us this number: ${ids.requestId}`;
    return new Response(text, { status: 500, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
}

async function answer(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  ids: { nonce: string; requestId: string },
): Promise<Response> {
  const config = configOf(env);
  const { pathname } = new URL(request.url);
  if (pathname === "/healthz") return answerHealth(config);
  const { accountPorts, mailbox } = buildAccountPorts(env, config, (work) => ctx.waitUntil(work));
  const services = buildLoadContext({
    request,
    config,
    ports: {
      ...accountPorts,
      inboxes: inboxPort(env),
      jobs: jobPort(env, config.databaseUrl),
      archive: archivePort(env),
      anchors: anchorPort(env.ARCHIVE),
      shops: shopsPort(config),
    },
    accountPorts,
    readIngress: ingressPort(config),
    mailbox,
    ...ids,
  });
  if (pathname === HANDOVER_PATH) return answerHandover(request, services);
  if (pathname === RETURN_PATH) return answerReturn(request);
  const live = LIVE_PATH.exec(pathname);
  if (live?.[1]) return connectLive(request, env, services, live[1]);
  return renderApp(request, services);
}

async function renderApp(request: Request, services: RequestServices): Promise<Response> {
  const build = await import("virtual:remix/server-build");
  const response = await handlerFor(build)(request, services);
  response.headers.set("Server-Timing", `db;desc="${services.roundTrips()} round trips"`);
  return response;
}

// Keyed by the build itself, so that an edit in development gets a handler of its own.
const handlers = new WeakMap<object, ReturnType<typeof createRequestHandler>>();

function handlerFor(build: ServerBuild): ReturnType<typeof createRequestHandler> {
  const known = handlers.get(build);
  if (known) return known;
  const handler = createRequestHandler(answerErrors(build), build.mode);
  handlers.set(build, handler);
  return handler;
}
