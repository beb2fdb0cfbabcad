import { type AppMember, joinApp } from "../../e2e/support/app-member";
import { type BenchDatabase, startBenchDatabase } from "./bench-database";
import { startBenchWorker } from "./bench-worker";

export type BenchSite = {
  /** Its origin, without a slash at the end. */
  url: string;
  database: BenchDatabase;
  member: AppMember;
  /** Asks as the member's browser would. */
  ask(path: string): Promise<Response>;
  close(): Promise<void>;
};

/** A session names the origin that it is for, and the Worker's port is not known before it runs. */
const APP_URL = "http://127.0.0.1";

/** The built site with a database of its own and somebody who is logged in. */
export async function startBenchSite(): Promise<BenchSite> {
  const database = await startBenchDatabase();
  const { url, stop } = await startBenchWorker({ variables: { APP_URL, DATABASE_URL: database.url } });
  const member = await joinApp({ url: APP_URL, database });
  return {
    ...{ url, database, member },
    ask: (path) => fetch(url + path, { headers: { Cookie: member.cookie }, redirect: "manual" }),
    async close() {
      await stop();
      await database.close();
    },
  };
}
