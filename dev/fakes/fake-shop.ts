/** A platform's side of the wire. `send` is its way out: to bring keys, to try a webhook. */
export type FakeShop = { handle(request: Request): Promise<Response> };

export type Send = (request: Request) => Promise<Response>;

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json; charset=UTF-8", ...headers },
  });

export const redirect = (to: string) => new Response(null, { status: 302, headers: { Location: to } });

/** A page with a title, a line and links: what the shop's owner sees. */
export function page(title: string, line: string, links: Record<string, string>): Response {
  const quote = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const list = Object.entries(links).map(
    ([words, to]) => `<p><a href="${quote(to)}">${quote(words)}</a></p>`,
  );
  const body = `<!doctype html><meta name="viewport" content="width=device-width"><title>${quote(title)}</title>
<body style="font:16px system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem"><h1>${quote(title)}</h1>
<p>${quote(line)}</p>${list.join("")}`;
  return new Response(body, { headers: { "Content-Type": "text/html; charset=UTF-8" } });
}
