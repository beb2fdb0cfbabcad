import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createWebSocketStream, type WebSocket, WebSocketServer } from "ws";
import { FrontendMessages } from "./frontend-messages";
import type { RoundTripCounts } from "./round-trips";

const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** Carries a WebSocket's bytes to Postgres and back; each socket is one session. */
export class SocketProxy {
  readonly #port: number;
  readonly #counts: RoundTripCounts;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });

  constructor(port: number, counts: RoundTripCounts) {
    this.#port = port;
    this.#counts = counts;
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (webSocket) => void this.#carry(webSocket));
  }

  /** Ends every session. */
  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  async #carry(webSocket: WebSocket): Promise<void> {
    const client = createWebSocketStream(webSocket);
    const postgres = connect(this.#port, "127.0.0.1").setNoDelay();
    this.#count(client);
    try {
      await Promise.all([pipeline(client, postgres), pipeline(postgres, client)]);
    } catch {
      // Either side hung up in the middle: the other one is told in the same way.
      postgres.destroy();
      webSocket.terminate();
    }
  }

  #count(client: Duplex): void {
    const messages = new FrontendMessages();
    let database = "";
    client.on("data", (chunk: Buffer) => {
      const heard = messages.hear(chunk);
      if (heard.database !== undefined) {
        database = heard.database;
        this.#counts.add(database, { sockets: 1 });
      }
      if (heard.roundTrips > 0) this.#counts.add(database, { socketRoundTrips: heard.roundTrips });
    });
  }
}
