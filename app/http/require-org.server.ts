import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { uuidv7 } from "uuidv7";
import { OrgDb } from "~/db/org-db";
import type { OrgContext } from "~/domain/context";
import type { Permission } from "~/domain/organizations/permissions";
import { recordRefusal } from "~/domain/security/record-refusal.server";
import { AppError } from "~/lib/app-error";

/**
 * The guard of every organization page and action: who asks, in the organization
 * of the URL, allowed to `permission`. Costs no round trip of its own: the
 * session, membership and role are checked by the batch that the first read or
 * write sends, before any of its data is handed out.
 */
export async function requireOrg(
  { params, context }: Pick<LoaderFunctionArgs, "params" | "context">,
  permission: Permission,
): Promise<OrgContext> {
  const session = await context.session.read();
  if (!session) throw new AppError("unauthenticated", "errors:sessionEnded");
  const slug = params.slug;
  if (!slug) throw new AppError("not_found", "errors:notFound");
  const batch = context.batchFor(session.sessionId, slug);
  const { visit, ports } = context.accounts;
  const refusal = { permission, userId: session.userId, visit, now: context.now, newId: uuidv7 };
  const onRefused = () => ports.later(() => recordRefusal(batch, refusal));
  return {
    slug,
    permission,
    actor: { kind: "user", id: session.userId, sessionId: session.sessionId, ip: context.ip },
    db: new OrgDb(batch, permission, onRefused),
    keyring: context.keyring,
    appUrl: context.config.appUrl,
    now: context.now,
    newId: uuidv7,
    ports: context.ports,
  };
}
