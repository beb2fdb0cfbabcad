import type { ShopFetch } from "~/connectors/api/shop-fetch";
import type { Actor, OrgContext } from "~/domain/context";
import { type CredentialsDoor, doorOf } from "../credentials/credentials-door";

/** Where the app is, as addresses of webhooks need it. */
export type HookApp = { appUrl: string; hookUrlKey: string };

/** What speaking to a connection's shop needs, in a request or in a job. */
export type ShopDoor = CredentialsDoor & { ask: ShopFetch; app: HookApp; actor: Actor };

/** A request's door. */
export function shopDoorOf(ctx: OrgContext, app: HookApp): ShopDoor {
  return { ...doorOf(ctx), ask: ctx.ports.shops.ask, app, actor: ctx.actor };
}
