const TRIES = 4;
const FIRST_WAIT_MS = 500;

/** An answer that says why not, as a message. */
export class Refused extends Error {
  readonly text: string;

  constructor(text: string) {
    super(text);
    this.name = "Refused";
    this.text = text;
  }
}

type Asked = {
  method: "POST" | "PUT";
  body: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};

/**
 * Sends JSON and reads the answer; tries again a few times where the network or
 * the server was the trouble. Throws `Refused` with words for people.
 */
export async function askServer(url: string, { method, body, headers }: Asked): Promise<unknown> {
  for (let n = 1; ; n++) {
    const answer = await fetch(url, {
      method,
      body,
      headers: { "Content-Type": "application/json", ...headers },
    }).catch(() => null);
    const isPassing = answer === null || answer.status >= 500;
    if (!isPassing) return readAnswer(answer);
    if (n === TRIES) throw new Refused("imports:upload.broken");
    await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** n));
  }
}

async function readAnswer(answer: Response): Promise<unknown> {
  const isJson = answer.headers.get("Content-Type")?.includes("json") ?? false;
  const said: unknown = isJson ? await answer.json() : null;
  if (isRefusal(said)) throw new Refused(said.refusal);
  // Logged out meanwhile, or no longer allowed: what was chosen is still on the page.
  if (!answer.ok || answer.redirected || !isJson) throw new Refused("imports:upload.notAllowed");
  return said;
}

function isRefusal(said: unknown): said is { refusal: string } {
  return typeof said === "object" && said !== null && "refusal" in said && typeof said.refusal === "string";
}
