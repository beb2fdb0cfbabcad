import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { FakeShops } from "./fake-shops";

export type ServedShops = { url: string; close(): void };

/** Fake shops on the loopback, each in a folder with its host's name: `/kedai.example.com/wp-json/…`. */
export async function serveFakeShops(): Promise<ServedShops> {
  const shops = new FakeShops();
  const server = createServer((request, response) => {
    answer(shops, request, response).catch((error: unknown) => {
      response.writeHead(500, { "Content-Type": "text/plain" });
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the fake shops have no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(shops: FakeShops, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = "GET", headers, url = "/" } = request;
  const hasBody = method !== "GET" && method !== "HEAD";
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const answered = await shops.fetch(`https:/${url}`, {
    method,
    headers: given.filter(([name]) => name !== "host" && name !== "content-length"),
    ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
  });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}
