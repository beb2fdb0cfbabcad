import type { AccountsContext } from "~/domain/accounts/accounts-context";
import { logIn } from "~/domain/accounts/log-in.server";
import { requestPasswordReset } from "~/domain/accounts/request-password-reset.server";
import { signUp } from "~/domain/accounts/sign-up.server";
import { createAccountsContext, signUpAndVerify, signUpInput } from "../factories/accounts-context";
import type { BenchResult } from "./bench-result";
import { startBenchDatabase } from "./stage/bench-database";
import { median } from "./statistics";

const TRIES = 100;
const WARM_UP = 5;
const BCRYPT_COST = 10;
/** Shorter than the app's own, which would only make the bench longer. */
const ANSWER_AFTER_MS = 250;
/** Of guesses by time alone which of two answers was for a known email: half is chance, and 100 tries scatter by 0.04. */
const MOST_ABOVE_CHANCE = 0.1;

type Try = (ctx: AccountsContext, email: string) => Promise<unknown>;

const DOORS: Record<string, Try> = {
  "log-in": (ctx, email) => logIn(ctx, { email, password: "not the password" }).catch(() => null),
  reset: (ctx, email) => requestPasswordReset(ctx, { email }),
  "sign-up": (ctx, email) => signUp(ctx, { ...signUpInput(), email }),
};

/** Whether the time of an answer tells that an email has an account. */
export async function run(): Promise<BenchResult[]> {
  const database = await startBenchDatabase();
  try {
    const known = signUpInput();
    await signUpAndVerify(createAccountsContext(database.url), known);
    const results: BenchResult[] = [];
    for (const [door, knock] of Object.entries(DOORS))
      results.push(await measure(database.url, door, knock, known.email));
    return results;
  } finally {
    await database.close();
  }
}

async function measure(url: string, door: string, knock: Try, known: string): Promise<BenchResult> {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let i = 0; i < WARM_UP + TRIES; i++) {
    // In turns, each as often first.
    const order = i % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const);
    for (const kind of order) {
      const email = kind === "known" ? known : `${door}-${i}@example.com`;
      const took = await time(url, knock, email);
      if (i >= WARM_UP) times[kind].push(took);
    }
  }
  return {
    name: `sign-in: known emails guessed by the time of ${door}, above chance`,
    asked: { atMost: MOST_ABOVE_CHANCE },
    measured: median(times.known),
    baseline: median(times.unknown),
    ratio: Math.abs(shareSlower(times.known, times.unknown) - 0.5),
    unit: "ms",
  };
}

/** With limits of its own, so that none of the tries is refused. */
async function time(url: string, knock: Try, email: string): Promise<number> {
  const ctx = createAccountsContext(url, { bcryptCost: BCRYPT_COST, answerAfterMs: ANSWER_AFTER_MS });
  const startedAt = performance.now();
  await knock(ctx, email);
  const took = performance.now() - startedAt;
  await ctx.settle();
  return took;
}

/** How often one of `some` took longer than one of `others`: the area under the curve of a guess by time. */
function shareSlower(some: readonly number[], others: readonly number[]): number {
  const slower = some.reduce((sum, time) => sum + others.filter((other) => time > other).length, 0);
  return slower / (some.length * others.length);
}
