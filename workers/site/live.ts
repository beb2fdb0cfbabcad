import { OrgDb } from "~/db/org-db";
import { isFromOwnOrigin } from "~/http/same-origin";
import { AppError, STATUS_OF } from "~/lib/app-error";
import type { RequestServices } from "~/load-context";

/**
 * Opens a live screen: only for a page of ours, a live session and a member of
 * the organization. The object behind it says what changed, never the data.
 */
export async function connectLive(
  request: Request,
  env: Env,
  services: RequestServices,
  slug: string,
): Promise<Response> {
  if (request.headers.get("Upgrade") !== "websocket") return new Response(null, { status: 426 });
  const session = await services.session.read();
  if (!session || !isFromOwnOrigin(request)) return new Response(null, { status: 403 });
  try {
    const db = new OrgDb(services.batchFor(session.sessionId, slug), "dashboard.view");
    const { organization, sessionExpiresAt } = await db.entry();
    const screens = env.LIVE.get(env.LIVE.idFromName(organization.id));
    const headers = new Headers(request.headers);
    headers.set("X-Session-Id", session.sessionId);
    headers.set("X-Session-Expires-At", sessionExpiresAt);
    return await screens.fetch(new Request(request.url, { headers }));
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: STATUS_OF[error.code] });
    throw error;
  }
}
