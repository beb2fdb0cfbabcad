import type { HttpDatabase } from "~/db/client";
import type { Language } from "~/i18n/languages";
import type { AttemptPolicy, AttemptVerdict } from "~/lib/attempt-limit";
import type { Mail } from "~/lib/mail";

/** Exact limits that hold wherever a request lands; without an answer nothing is allowed. */
export type RateLimits = {
  take(key: string, policy: AttemptPolicy): Promise<AttemptVerdict>;
  forget(key: string): Promise<void>;
};

export type AccountPorts = {
  mail: { send(mail: Mail): Promise<void> };
  limits: RateLimits;
  /** Closes the live screens that sessions have open in organizations. */
  closeScreens(ended: { orgIds: readonly string[]; sessionIds: readonly string[] }): Promise<void>;
  /** Runs `work` after the answer is out; a failure is logged and never reaches the visitor. */
  later(work: () => Promise<void>): void;
};

/** What the network tells about a visitor; null where it does not. */
export type Visit = {
  ip: string | null;
  userAgent: string | null;
  city: string | null;
  /** ISO 3166 alpha-2. */
  country: string | null;
  /** Browser and system without their versions, for telling devices apart. */
  device: string;
};

/** The first argument of what is done before there is an organization. */
export type AccountsContext = {
  db: HttpDatabase;
  newId: () => string;
  /** Without a slash at its end; links in mails begin with it. */
  appUrl: string;
  bcryptCost: number;
  /**
   * Sign-up and a new link answer, and log-ins are refused, no sooner than this. More than the slowest
   * ordinary run, so that a new and a known email take the same time.
   */
  answerAfterMs: number;
  /** Of the page that is being shown. */
  language: Language;
  visit: Visit;
  ports: AccountPorts;
};

/** A session that was just started; the http room makes the cookie of it. */
export type StartedSession = { sessionId: string; userId: string; expiresAt: Date };
