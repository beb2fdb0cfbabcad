import { beforeEach, expect, test } from "vitest";
import {
  clearAccounts,
  createAccountsContext,
  signUpAndVerify,
  signUpInput,
  type TestAccounts,
} from "../../../tests/factories/accounts-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { logIn } from "./log-in.server";
import { purgeStaleAccounts } from "./purge-stale-accounts.server";
import { signUp } from "./sign-up.server";

const database = await createTestDatabase();
let ctx: TestAccounts;

const rows = async (text: string) => (await database.owner.query(text)).rows;
const purge = () => purgeStaleAccounts({ db: ctx.db, maxBatches: 10 });
const NOTHING = { sessions: 0, links: 0, devices: 0, factorResets: 0, accounts: 0 };

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createAccountsContext(database.url);
  await signUpAndVerify(ctx, signUpInput());
  await logIn(ctx, signUpInput());
  await ctx.settle();
});

test("takes what is past its time, and leaves what is not", async () => {
  expect(await purge()).toEqual(NOTHING);
  await rows("update sessions set expires_at = now() - interval '89 days'");
  await rows("update email_tokens set expires_at = now() - interval '6 days'");
  await rows("update known_devices set last_seen_at = now() - interval '364 days'");
  expect(await purge()).toEqual(NOTHING);
  await rows("update sessions set expires_at = now() - interval '91 days'");
  await rows("update email_tokens set expires_at = now() - interval '8 days'");
  await rows("update known_devices set last_seen_at = now() - interval '366 days'");
  expect(await purge()).toEqual({ sessions: 1, links: 1, devices: 1, factorResets: 0, accounts: 0 });
  expect(await purge()).toEqual(NOTHING);
});

test("[3.3d] takes an account that was not verified within seven days, with its organization, and no other", async () => {
  await signUp(ctx, signUpInput({ email: "never@example.com", organization: "Never Verified" }));
  await ctx.settle();
  await rows("update users set updated_at = now() - interval '8 days'");
  // A link that still works may yet be opened.
  expect(await purge()).toEqual(NOTHING);
  await rows("update email_tokens set expires_at = now() - interval '1 day'");
  expect(await purge()).toEqual({ ...NOTHING, accounts: 1 });
  expect(await rows("select email from users")).toEqual([{ email: signUpInput().email }]);
  expect(await rows("select name from organizations")).toEqual([{ name: signUpInput().organization }]);
});

test("does a bounded part, and the next run the rest", async () => {
  await rows(`insert into sessions (id, user_id, expires_at)
    select gen_random_uuid(), id, now() - interval '91 days' from users, generate_series(1, 700)`);
  expect((await purgeStaleAccounts({ db: ctx.db, maxBatches: 1 })).sessions).toBe(500);
  expect((await purge()).sessions).toBe(200);
});

test("forgets ways back to an account that are long over, and never one that somebody waits for", async () => {
  const add = (name: string, columns: string, values: string) =>
    rows(`insert into factor_resets (id, user_id, token_hash, link_expires_at${columns})
      select gen_random_uuid(), id, '${name}', now() - interval '91 days'${values} from users`);
  await add("never used", "", "");
  await add("finished", ", effective_at, finished_at", ", now(), now()");
  await add("cancelled", ", effective_at, cancelled_at", ", now(), now()");
  await add("waits", ", effective_at", ", now()");
  await rows(
    "insert into factor_resets (id, user_id, token_hash, link_expires_at) select gen_random_uuid(), id, 'young', now() - interval '89 days' from users",
  );
  expect(await purge()).toEqual({ ...NOTHING, factorResets: 3 });
  expect(await rows("select token_hash from factor_resets order by 1")).toEqual([
    { token_hash: "waits" },
    { token_hash: "young" },
  ]);
});
