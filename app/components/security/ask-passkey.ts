import { startAuthentication, startRegistration } from "@simplewebauthn/browser";

type AuthenticationOptions = Parameters<typeof startAuthentication>[0]["optionsJSON"];
type RegistrationOptions = Parameters<typeof startRegistration>[0]["optionsJSON"];

/** Form fields: the passkey's answer, and the ticket that carries its challenge. */
export type PasskeyFields = { ticket: string; answer: string };

/** Gets a challenge from `url` and lets the person answer it with a passkey. Throws when nothing came of it. */
export async function askPasskey(url: string, purpose: string): Promise<PasskeyFields> {
  const { options, ticket } = await fetchChallenge<AuthenticationOptions>(url, purpose);
  return { ticket, answer: JSON.stringify(await startAuthentication({ optionsJSON: options })) };
}

/** Lets the person make a passkey. Throws when nothing came of it. */
export async function makePasskey(url: string): Promise<PasskeyFields> {
  const { options, ticket } = await fetchChallenge<RegistrationOptions>(url, "add");
  return { ticket, answer: JSON.stringify(await startRegistration({ optionsJSON: options })) };
}

async function fetchChallenge<Options>(
  url: string,
  purpose: string,
): Promise<{ options: Options; ticket: string }> {
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams({ purpose }) });
  if (!answer.ok) throw new Error("no challenge");
  return answer.json();
}
