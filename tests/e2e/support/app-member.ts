import { requestSession } from "~/http/session.server";
import { parseKeyring } from "~/lib/keyring";
import { createMember, type TestMember, type TestMemberOptions } from "../../factories/org-context";
import { APP_KEYS, type BuiltApp } from "../../setup/built-app";

const SESSION_MS = 8 * 60 * 60 * 1000;

type RunningApp = Pick<BuiltApp, "url" | "database">;

/** Somebody who is logged in to the built app. */
export type AppMember = TestMember & {
  /** `name=value` of the session cookie. */
  cookie: string;
  /** Asks as the member's browser would. Redirects are answers, not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form as a page of the app would. */
  submit(path: string, fields: Record<string, string>): Promise<Response>;
};

export async function joinApp(app: RunningApp, options: TestMemberOptions = {}): Promise<AppMember> {
  const member = await createMember(app.database, options);
  const cookie = await sessionCookie(app, member);
  const ask: AppMember["ask"] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set("Cookie", cookie);
    return fetch(app.url + path, { ...init, headers, redirect: "manual" });
  };
  return {
    ...member,
    cookie,
    ask,
    submit: (path, fields) =>
      ask(path, { method: "POST", body: new URLSearchParams(fields), headers: { Origin: app.url } }),
  };
}

/** What the log-in page sets for a session of this member. */
async function sessionCookie(app: RunningApp, { sessionId, userId }: TestMember): Promise<string> {
  const settings = { keyring: parseKeyring(APP_KEYS.SESSION_JWT_KEYS), appOrigin: app.url };
  const session = requestSession(new Request(app.url), settings);
  const set = await session.commit({ sessionId, userId, expiresAt: new Date(Date.now() + SESSION_MS) });
  return set.split(";", 1)[0] ?? "";
}
