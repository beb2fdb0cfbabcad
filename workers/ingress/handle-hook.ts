import { PLATFORMS } from "~/connectors/registry";
import { readHookToken } from "~/lib/hook-token";
import { logError } from "~/lib/log";
import { configOf } from "../config";
import { answerError, answerMethod } from "./answers";
import { handleShopifyAppHook } from "./handle-shopify-app-hook";
import { isStatedTooLarge } from "./read-request";

const APP_HOOK = "/hooks/shopify";
/** Platform, connection and, for platforms that need them, up to two parts more. */
const CONNECTION_HOOK = /^\/hooks\/([a-z]+)\/([^/]+)(?:\/[^/]+){0,2}$/;

/**
 * Answers every request under `/hooks/`. It needs no database: the address names
 * the connection, whose inbox verifies and stores. The answer comes when the
 * delivery is on disk.
 */
export async function handleHook(request: Request, env: Env): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method !== "POST") return answerMethod(request.method);
  try {
    if (pathname === APP_HOOK) return await handleShopifyAppHook(request, env);
    return await handleConnectionHook(request, env, pathname);
  } catch (error) {
    logError("hook.failed", { error });
    return answerError(503, "unavailable");
  }
}

async function handleConnectionHook(request: Request, env: Env, pathname: string): Promise<Response> {
  const [, platform, token] = CONNECTION_HOOK.exec(pathname) ?? [];
  if (!PLATFORMS.some((one) => one === platform) || token === undefined) return answerError(404, "not_found");
  const connectionId = await readHookToken(configOf(env).hookUrlKey, token);
  if (connectionId === null) return answerError(404, "not_found");
  if (isStatedTooLarge(request)) return answerError(413, "too_large");
  // The request itself goes on, unread: its body is copied once, where it is kept.
  return env.INBOX.getByName(connectionId).fetch(request);
}
