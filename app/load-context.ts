import { uuidv7 } from "uuidv7";
import { openHttp } from "~/db/client";
import { RequestBatch } from "~/db/request-batch";
import type { AccountPorts, AccountsContext } from "~/domain/accounts/accounts-context";
import type { Ports } from "~/domain/context";
import type { IngressState } from "~/domain/deliveries/ingress-state";
import type { Config } from "~/env.server";
import { type RequestSession, requestSession } from "~/http/session.server";
import type { SigningSettings } from "~/http/signed-token.server";
import { visitOf } from "~/http/visit-of";
import type { Mailbox } from "~/integrations/email/mailbox";
import { type Keyring, parseKeyring } from "~/lib/keyring";

/** What every loader and action gets as `context`. */
export type RequestServices = {
  config: Config;
  requestId: string;
  /** For the one inline script and the style elements of this answer. */
  nonce: string;
  /** Address of the visitor as Cloudflare saw it. */
  ip: string | null;
  session: RequestSession;
  /** For what is done before, or without, an organization; the page's language is added by its route. */
  accounts: Omit<AccountsContext, "language">;
  /** Where development keeps its mail; null where real mail is sent. */
  mailbox: Mailbox | null;
  /** For secrets kept in the database; sessions are signed with another one. */
  keyring: Keyring;
  /** Signs sessions, and tickets of five minutes. */
  signing: SigningSettings;
  /** One per organization and session of this request, so that its loaders share a batch. */
  batchFor(sessionId: string, slug: string): RequestBatch;
  /** Blocking database round trips of this request so far. */
  roundTrips(): number;
  ports: Ports;
  /** How deliveries fare, of everybody together; null when the database does not answer. */
  readIngress(now: Date): Promise<IngressState | null>;
  now: () => Date;
};

declare module "@remix-run/cloudflare" {
  interface AppLoadContext extends RequestServices {}
}

/** Sign-up takes half of this at bcrypt cost 12, database and limits included. */
const ACCOUNTS_ANSWER_AFTER_MS = 800;

/** The composition root of a page request. */
export function buildLoadContext(input: {
  request: Request;
  config: Config;
  ports: Ports;
  accountPorts: AccountPorts;
  readIngress: RequestServices["readIngress"];
  mailbox: Mailbox | null;
  nonce: string;
  requestId: string;
}): RequestServices {
  const { request, config } = input;
  const signing = { keyring: parseKeyring(config.sessionJwtKeys), appOrigin: config.appUrl };
  const orm = openHttp(config.databaseUrl);
  const batches = new Map<string, RequestBatch>();
  return {
    config,
    requestId: input.requestId,
    nonce: input.nonce,
    ip: request.headers.get("CF-Connecting-IP"),
    session: requestSession(request, signing),
    signing,
    accounts: {
      db: orm,
      newId: uuidv7,
      appUrl: config.appUrl,
      bcryptCost: config.bcryptCost,
      answerAfterMs: ACCOUNTS_ANSWER_AFTER_MS,
      visit: visitOf(request),
      ports: input.accountPorts,
    },
    mailbox: input.mailbox,
    keyring: parseKeyring(config.encryptionKeys),
    batchFor(sessionId, slug) {
      const key = `${sessionId} ${slug}`;
      const batch = batches.get(key) ?? new RequestBatch(orm, sessionId, slug);
      batches.set(key, batch);
      return batch;
    },
    roundTrips: () => [...batches.values()].reduce((sum, batch) => sum + batch.roundTrips, 0),
    ports: input.ports,
    readIngress: input.readIngress,
    now: () => new Date(),
  };
}
