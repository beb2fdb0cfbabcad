import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as z from "zod";

const sendSchema = z.strictObject({
  from: z.string(),
  to: z.array(z.email()).min(1).max(50),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
});

/** What the next request gets instead of success; `hangUp` accepts the mail and loses the answer. */
type Answer = { status: number; name?: string; headers?: Record<string, string>; hangUp?: boolean };

/** Speaks Resend's `POST /emails`: bearer key, idempotency kept, its error bodies. */
export class FakeResend {
  readonly accepted = new Map<string, z.infer<typeof sendSchema>>();
  readonly planned: Answer[] = [];
  requests = 0;
  readonly #server: Server = createServer(async (request, response) => {
    this.requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = this.planned.shift() ?? { status: 200 };
    const reply = (status: number, body: object) => {
      response.writeHead(status, { "Content-Type": "application/json", ...answer.headers });
      response.end(JSON.stringify(body));
    };
    const refuse = (status: number, name: string) =>
      reply(status, { statusCode: status, name, message: `about ${body(chunks)}` });
    if (request.url !== "/emails" || request.method !== "POST") return refuse(404, "not_found");
    if (request.headers.authorization !== "Bearer re_key") return refuse(401, "missing_api_key");
    const sent = sendSchema.safeParse(JSON.parse(body(chunks)));
    if (!sent.success) return refuse(422, "validation_error");
    if (answer.status !== 200) return refuse(answer.status, answer.name ?? "application_error");
    const key = z.string().max(256).parse(request.headers["idempotency-key"]);
    if (!this.accepted.has(key)) this.accepted.set(key, sent.data);
    if (answer.hangUp) return response.destroy();
    reply(200, { id: "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794" });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const body = (chunks: Buffer[]) => Buffer.concat(chunks).toString();
