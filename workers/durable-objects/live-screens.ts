import { DurableObject } from "cloudflare:workers";
import * as z from "zod";

/** Codes of our own: the browser must not reconnect before it has a session again. */
const SESSION_OVER = 4001;
const TOO_MANY = 4008;
const MAX_SCREENS = 500;
const MAX_SCREENS_PER_SESSION = 20;
/** At most two messages a second reach a screen. */
const QUIET_MS = 500;

const admissionSchema = z.object({ sessionId: z.uuid(), expiresAt: z.coerce.date() });
const attachmentSchema = z.object({ expiresAt: z.number() });

/**
 * Guards the open screens of one organization and tells them what changed, never
 * the data. Who may connect was checked by the Worker; a screen is closed when
 * its session ends.
 */
export class LiveScreens extends DurableObject<Env> {
  #waiting = new Set<string>();
  #toldAt = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  /** Takes an upgrade request; `X-Session-Id` and `X-Session-Expires-At` are set by the Worker that checked it. */
  override async fetch(request: Request): Promise<Response> {
    if (request.headers.get("Upgrade") !== "websocket") return new Response(null, { status: 426 });
    const admission = admissionSchema.safeParse({
      sessionId: request.headers.get("X-Session-Id"),
      expiresAt: request.headers.get("X-Session-Expires-At"),
    });
    if (!admission.success) return new Response(null, { status: 403 });
    const { sessionId, expiresAt } = admission.data;
    if (expiresAt.getTime() <= Date.now()) return new Response(null, { status: 403 });
    const { 0: screen, 1: ours } = new WebSocketPair();
    this.ctx.acceptWebSocket(ours, [sessionId]);
    ours.serializeAttachment({ expiresAt: expiresAt.getTime() });
    if (this.#isCrowded(sessionId)) ours.close(TOO_MANY, "too many screens");
    else await this.#ringBy(expiresAt.getTime());
    return new Response(null, { status: 101, webSocket: screen });
  }

  /** Tells every screen which kinds of records changed, for example `["orders"]`. */
  async notify(changed: readonly string[]): Promise<void> {
    for (const kind of changed) this.#waiting.add(kind);
    if (this.#timer !== null) return;
    const wait = this.#toldAt + QUIET_MS - Date.now();
    if (wait <= 0) this.#tell();
    else this.#timer = setTimeout(() => this.#tell(), Math.min(wait, QUIET_MS));
  }

  /** Closes the screens of a session that has ended. */
  async closeSession(sessionId: string): Promise<void> {
    for (const screen of this.ctx.getWebSockets(sessionId)) screen.close(SESSION_OVER, "session over");
  }

  /** Closes every screen: the organization is closed for good. */
  async closeAll(): Promise<void> {
    for (const screen of this.ctx.getWebSockets()) screen.close(SESSION_OVER, "organization closed");
  }

  /** How many screens are open. */
  async count(): Promise<number> {
    return this.ctx.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN).length;
  }

  /** Closes the screens whose sessions are over. */
  override async alarm(): Promise<void> {
    const now = Date.now();
    let next = Number.POSITIVE_INFINITY;
    for (const screen of this.ctx.getWebSockets()) {
      const { expiresAt } = attachmentSchema.parse(screen.deserializeAttachment());
      if (expiresAt <= now) screen.close(SESSION_OVER, "session over");
      else next = Math.min(next, expiresAt);
    }
    if (Number.isFinite(next)) await this.#ringBy(next);
  }

  override async webSocketClose(screen: WebSocket, code: number): Promise<void> {
    // 1005 and 1006 only describe a close without a frame; they cannot be sent back.
    screen.close(code === 1005 || code === 1006 ? 1000 : code);
  }

  #isCrowded(sessionId: string): boolean {
    const open = (sockets: WebSocket[]) =>
      sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
    return (
      open(this.ctx.getWebSockets()) > MAX_SCREENS ||
      open(this.ctx.getWebSockets(sessionId)) > MAX_SCREENS_PER_SESSION
    );
  }

  #tell(): void {
    this.#timer = null;
    this.#toldAt = Date.now();
    const message = JSON.stringify({ changed: [...this.#waiting].sort() });
    this.#waiting.clear();
    for (const screen of this.ctx.getWebSockets()) {
      if (screen.readyState === WebSocket.OPEN) screen.send(message);
    }
  }

  async #ringBy(at: number): Promise<void> {
    const current = await this.ctx.storage.getAlarm();
    if (current === null || current > at) await this.ctx.storage.setAlarm(at);
  }
}
