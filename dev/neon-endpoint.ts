import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { databaseErrorFields } from "./neon/database-error-fields";
import { RoundTripCounts, type RoundTrips } from "./neon/round-trips";
import { runQueries } from "./neon/run-queries";
import { readCredentials, SessionPools } from "./neon/session-pools";
import { SocketProxy } from "./neon/socket-proxy";
import { readSqlRequest } from "./neon/sql-request";

/** As Neon's own limit for one request. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

export type NeonEndpoint = {
  /** On 127.0.0.1. A connection string for the Neon driver names this port. */
  port: number;
  /** What reached a database so far; also `GET /stats?database=<name>`. */
  roundTrips(database: string): RoundTrips;
  /** Finishes the running requests, ends the WebSockets. */
  close(): Promise<void>;
};

/**
 * Speaks the two protocols of Neon's serverless driver in front of a Postgres on
 * this machine, so that the unmodified driver reaches it: `POST /sql` for one-shot
 * queries and batches, a WebSocket at `/v2` for sessions. Loopback only.
 */
export async function startNeonEndpoint(options: {
  postgresPort: number;
  port?: number;
}): Promise<NeonEndpoint> {
  const counts = new RoundTripCounts();
  const pools = new SessionPools(options.postgresPort);
  const sockets = new SocketProxy(options.postgresPort, counts);
  const server = createServer((request, response) => {
    void answer(request, response, { counts, pools }).catch((error) => refuse(response, 500, String(error)));
  });
  server.on("upgrade", (request, socket, head) => {
    if (isFromBrowser(request) || pathOf(request) !== "/v2") socket.destroy();
    else sockets.accept(request, socket, head);
  });
  const port = await listen(server, options.port ?? 0);
  return {
    port,
    roundTrips: (database) => counts.of(database),
    close: async () => {
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await closed;
      await pools.close();
    },
  };
}

type Parts = { counts: RoundTripCounts; pools: SessionPools };

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const route = `${request.method} ${pathOf(request)}`;
  if (isFromBrowser(request)) return refuse(response, 403, "This endpoint is not for browsers.");
  if (route === "GET /stats") {
    const database = new URL(request.url ?? "", "http://endpoint").searchParams.get("database") ?? "";
    return send(response, 200, parts.counts.of(database));
  }
  if (route !== "POST /sql") return refuse(response, 404, `No such route: ${route}`);
  const body = await readBody(request);
  if (body === null) return refuse(response, 413, `The request is larger than ${MAX_BODY_BYTES} bytes.`);
  return answerSql(request, body, response, parts);
}

async function answerSql(
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
  { counts, pools }: Parts,
): Promise<void> {
  const header = request.headers["neon-connection-string"];
  const credentials = readCredentials(Array.isArray(header) ? undefined : header);
  if (credentials === null)
    return send(response, 400, { message: "neon-connection-string names no user or database" });
  const sql = readSqlRequest(body, request.headers);
  if (typeof sql === "string") return send(response, 400, { message: sql });
  counts.add(credentials.database, { httpRequests: 1, httpQueries: sql.queries.length });
  try {
    const results = await pools.lend(credentials, (client) => runQueries(client, sql));
    return send(response, 200, sql.begin === null ? results[0] : { results });
  } catch (error) {
    const fields = databaseErrorFields(error);
    if (fields) return send(response, 400, fields);
    return refuse(
      response,
      503,
      `Postgres cannot be reached: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/**
 * A page of any site can send requests to the loopback, and the local passwords
 * are known: browsers give themselves away by Origin, and rebound names by Host.
 */
function isFromBrowser(request: IncomingMessage): boolean {
  const host = request.headers.host?.replace(/:\d+$/, "");
  return request.headers.origin !== undefined || (host !== "127.0.0.1" && host !== "localhost");
}

const pathOf = (request: IncomingMessage) => (request.url ?? "").replace(/\?.*$/, "");

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
