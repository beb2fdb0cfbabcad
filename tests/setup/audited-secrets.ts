import type { Pool, PoolClient } from "pg";
import * as z from "zod";

/** What secrets of ours look like, as Postgres' regular expressions read it. */
const SHAPES = {
  "hash of a password": String.raw`\$2[aby]\$\d\d\$`,
  "sealed secret": String.raw`sealed\.\d+\.`,
  "signed token": String.raw`\meyJ[\w-]{10,}\.`,
  "random text": String.raw`(^|[^\w-])(?=[\w-]*[A-Z])(?=[\w-]*[0-9])[\w-]{43,64}($|[^\w-])`,
  "hash of a token": "(^|[^0-9a-f])[0-9a-f]{64}($|[^0-9a-f])",
  "address with a token": "[?&](token|ticket|draft)=",
  "secret of an authenticator app": String.raw`\m[A-Z2-7]{32}\M`,
  "recovery code": String.raw`\m[A-Z2-7]{4}(-[A-Z2-7]{4}){5}\M`,
  "secret of a webhook": String.raw`\m(whsec|shpss|wc)_\w{10,}`,
} as const;

/** Where secrets and what stands for them are kept. */
const KEPT = `
  SELECT password_hash AS value FROM users
  UNION SELECT token_hash FROM email_tokens
  UNION SELECT token_hash FROM invitations
  UNION SELECT id::text FROM sessions
  UNION SELECT sealed FROM totp_factors
  UNION SELECT code_hash FROM recovery_codes
  UNION SELECT token_hash FROM factor_resets
  UNION SELECT secret ->> 'sealed' FROM connections, jsonb_array_elements(secrets) secret`;

const foundRow = z.object({ action: z.string(), what: z.string() });

/**
 * Acts of a database that hold what looks like a secret, or one that the database
 * keeps, in their facts or in what was before and after. `typed` are secrets that
 * a test knows in plain text.
 */
export async function findAuditedSecrets(
  client: Pick<Pool | PoolClient, "query">,
  typed: readonly string[] = [],
): Promise<string[]> {
  const { rows } = await client.query(
    `WITH acts AS MATERIALIZED (
       SELECT l.action, concat_ws(' ', l.subject_id, l.facts, v.before, v.after) AS words
       FROM audit_log l LEFT JOIN audit_values v USING (org_id, seq)),
     kept AS MATERIALIZED (
       SELECT value FROM (${KEPT}) all_kept WHERE length(value) >= 10
       UNION SELECT unnest($3::text[]) LIMIT 2000)
     SELECT DISTINCT action, what FROM acts JOIN unnest($1::text[], $2::text[]) shape (what, pattern) ON words ~ pattern
     UNION
     SELECT DISTINCT action, 'a kept secret' FROM (SELECT * FROM acts LIMIT 5000) few JOIN kept ON strpos(words, value) > 0`,
    [Object.keys(SHAPES), Object.values(SHAPES), typed],
  );
  return z
    .array(foundRow)
    .parse(rows)
    .map(({ action, what }) => `${action}: ${what}`);
}
