import type { SQL } from "drizzle-orm";
import type { JobDb } from "~/db/job-db";
import type { OrgContext } from "~/domain/context";
import type { Keyring } from "~/lib/keyring";

/** What reading and keeping credentials needs, in a request or in a job. */
export type CredentialsDoor = {
  keyring: Keyring;
  now: () => Date;
  newId: () => string;
  orgId(): Promise<string>;
  read(query: SQL): Promise<unknown>;
  /** One transaction. */
  write(queries: readonly SQL[]): Promise<unknown>;
};

/** A request's door. */
export function doorOf(ctx: Pick<OrgContext, "db" | "keyring" | "now" | "newId">): CredentialsDoor {
  const { db, keyring, now, newId } = ctx;
  return {
    ...{ keyring, now, newId },
    orgId: async () => (await db.entry()).organization.id,
    read: (query) => db.read(db.orm.execute(query)),
    write: (queries) => db.write(queries.map((query) => db.orm.execute(query))),
  };
}

/** A job's door: `tools` of a step fit. */
export function jobDoorOf(
  tools: { db: JobDb; keyring: Keyring; now: () => Date; newId: () => string },
  orgId: string,
): CredentialsDoor {
  const { db, keyring, now, newId } = tools;
  const run = (queries: readonly SQL[]) => db.run(queries.map((query) => db.orm.execute(query)));
  return {
    ...{ keyring, now, newId },
    orgId: async () => orgId,
    read: async (query) => (await run([query]))[0],
    write: run,
  };
}
