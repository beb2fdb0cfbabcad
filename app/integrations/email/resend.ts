import * as z from "zod";
import type { Mail } from "~/lib/mail";
import { MailError } from "./mail-error";

export type ResendSettings = { apiUrl: string; apiKey: string; from: string };
export type ResendOptions = { fetch?: typeof fetch; sleep?: (ms: number) => Promise<void> };

const ATTEMPTS = 3;
const TIMEOUT_MS = 10_000;
const LONGEST_WAIT_MS = 5_000;

const failureSchema = z.object({ name: z.string().regex(/^[a-z_]{1,60}$/) });

/**
 * Sends through Resend's HTTP API. The idempotency key lets a lost or busy answer
 * be tried again without a second mail. Throws a `MailError`.
 */
export function resendMailer(settings: ResendSettings, options: ResendOptions = {}) {
  const { fetch: ask = fetch, sleep = wait } = options;
  return {
    async send(mail: Mail): Promise<void> {
      refuseControlCharacters(mail);
      for (let attempt = 1; ; attempt++) {
        const failure = await post(settings, mail, ask);
        if (failure === null) return;
        if (failure.error.outcome === "refused" || attempt === ATTEMPTS) throw failure.error;
        await sleep(Math.min(failure.waitMs ?? 500 * attempt, LONGEST_WAIT_MS));
      }
    },
  };
}

type Failure = { error: MailError; waitMs: number | null };

async function post(settings: ResendSettings, mail: Mail, ask: typeof fetch): Promise<Failure | null> {
  const { to, subject, text, html, headers, idempotencyKey } = mail;
  try {
    const response = await ask(`${settings.apiUrl}/emails`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${settings.apiKey}`,
        "Content-Type": "application/json",
        "Idempotency-Key": idempotencyKey,
      },
      body: JSON.stringify({ from: settings.from, to: [to], subject, text, html, headers }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? null : await failureOf(response);
  } catch (error) {
    return { error: new MailError("unknown", "no_answer", error), waitMs: null };
  }
}

/** Resend answers `{ statusCode, name, message }`; the message may repeat addresses, so only the name is kept. */
async function failureOf(response: Response): Promise<Failure> {
  const body = failureSchema.safeParse(await response.json().catch(() => null));
  const name = body.success ? body.data.name : `http_${response.status}`;
  const isPassing =
    response.status === 429 || response.status >= 500 || name === "concurrent_idempotent_requests";
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return {
    error: new MailError(isPassing ? "unavailable" : "refused", name),
    waitMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null,
  };
}

/** A line break in what becomes a header would begin a header of somebody else's. */
function refuseControlCharacters({ to, subject, idempotencyKey, headers = {} }: Mail): void {
  const lines = [to, subject, idempotencyKey, ...Object.entries(headers).flat()];
  if (/\p{Cc}/u.test(lines.join(""))) throw new MailError("refused", "control_character");
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
