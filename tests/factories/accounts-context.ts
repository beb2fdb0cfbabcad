import type { Pool } from "pg";
import { uuidv7 } from "uuidv7";
import { openHttp } from "~/db/client";
import type { SignUp } from "~/domain/accounts/accounts.schema";
import type { AccountsContext, Visit } from "~/domain/accounts/accounts-context";
import { POLICY_VERSION } from "~/domain/accounts/privacy-policy";
import { signUp } from "~/domain/accounts/sign-up.server";
import { verifyEmail } from "~/domain/accounts/verify-email.server";
import { type Attempts, takeAttempt } from "~/lib/attempt-limit";
import type { Mail } from "~/lib/mail";

export type TestAccounts = AccountsContext & {
  /** What was handed to the mailer, oldest first, once `settle` was awaited. */
  sent: Mail[];
  /** Sessions whose live screens were closed. */
  closed: string[];
  /** Waits for everything that runs after the answer. */
  settle(): Promise<void>;
  /** Moves the clock of the limits. */
  wait(seconds: number): void;
};

const VISIT: Visit = {
  ip: "203.0.113.7",
  userAgent: "Test browser",
  city: "Ipoh",
  country: "MY",
  device: "Test browser",
};

/** An accounts context over a real database, with real limits on a clock of its own and a mailer that keeps. */
export function createAccountsContext(
  databaseUrl: string,
  change: Partial<AccountsContext> = {},
): TestAccounts {
  const sent: Mail[] = [];
  const closed: string[] = [];
  const running: Promise<void>[] = [];
  const attempts = new Map<string, Attempts>();
  let clock = Date.now();
  return {
    db: openHttp(databaseUrl),
    newId: uuidv7,
    appUrl: "https://app.orucrm.com",
    bcryptCost: 4,
    answerAfterMs: 0,
    language: "en",
    visit: VISIT,
    ports: {
      mail: { send: async (mail) => void sent.push(mail) },
      limits: {
        async take(key, policy) {
          const { verdict, after } = takeAttempt(attempts.get(key) ?? null, policy, clock);
          attempts.set(key, after);
          return verdict;
        },
        forget: async (key) => void attempts.delete(key),
      },
      closeScreens: async ({ sessionIds }) => void closed.push(...sessionIds),
      later: (work) => void running.push(work()),
    },
    ...change,
    sent,
    closed,
    settle: async () => {
      while (running.length > 0) await Promise.all(running.splice(0));
    },
    wait: (seconds) => {
      clock += seconds * 1000;
    },
  };
}

/** The token in the last mail with a link that was sent to an address. */
export function tokenMailedTo(ctx: TestAccounts, email: string): string {
  const mail = ctx.sent.findLast((one) => one.to === email && one.text.includes("?token="));
  const token = /\?token=([A-Za-z0-9_-]{43})/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error("no link was mailed");
  return token;
}

/** A sign-up that is taken. */
export function signUpInput(change: Partial<SignUp> = {}): SignUp {
  return {
    name: "Aisyah Rahman",
    email: "aisyah@kedaikopi.my",
    password: "teh tarik kurang manis",
    organization: "Kedai Kopi Pagi",
    isAdult: true,
    acceptsPolicy: true,
    policyVersion: POLICY_VERSION,
    ...change,
  };
}

/** A user who can log in. */
export async function signUpAndVerify(ctx: TestAccounts, input: SignUp): Promise<void> {
  await signUp(ctx, input);
  await ctx.settle();
  await verifyEmail(ctx, tokenMailedTo(ctx, input.email));
}

/** Takes every account and its traces out of a test database, so that each test begins with none. */
export async function clearAccounts(owner: Pool): Promise<void> {
  await owner.query(`
    BEGIN;
    DELETE FROM organizations;
    DELETE FROM users;
    ALTER TABLE audit_log DISABLE TRIGGER USER;
    ALTER TABLE audit_values DISABLE TRIGGER USER;
    ALTER TABLE audit_heads DISABLE TRIGGER USER;
    TRUNCATE audit_log, audit_values, audit_heads;
    ALTER TABLE audit_log ENABLE TRIGGER USER;
    ALTER TABLE audit_values ENABLE TRIGGER USER;
    ALTER TABLE audit_heads ENABLE TRIGGER USER;
    COMMIT`);
}
