import { execFileSync, spawnSync } from "node:child_process";
import { chownSync } from "node:fs";
import { Refusal } from "../refusal";
import type { Binaries } from "./binaries";

/** A program with what must be put around it so that PostgreSQL accepts to run. */
type Command = { file: string; args: string[]; uid?: number; gid?: number };

/** The system account that PostgreSQL runs under: this one, or for root the account `postgres`. */
export type Account = {
  command(file: string, args: string[]): Command;
  /** Hands a folder over to the account. */
  adopt(path: string): void;
};

/**
 * PostgreSQL refuses to run as root, so root gets an account `postgres`, made when
 * it is missing. `folder` exists and will hold the data.
 */
export function findAccount(binaries: Binaries, folder: string): Account {
  if (process.getuid?.() !== 0) {
    return { command: (file, args) => ({ file, args }), adopt: () => undefined };
  }
  const ids = findIds() ?? createAccount();
  const canReach =
    spawnSync(binaries.postgres, ["--version"], ids).status === 0 &&
    spawnSync("test", ["-x", folder], ids).status === 0;
  return {
    command: canReach ? (file, args) => ({ file, args, ...ids }) : reachingCommand(ids),
    adopt: (path) => chownSync(path, ids.uid, ids.gid),
  };
}

type Ids = { uid: number; gid: number };

function findIds(): Ids | null {
  const read = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  const [user, group] = [read("-u"), read("-g")];
  if (user.status !== 0 || group.status !== 0) return null;
  return { uid: Number(user.stdout), gid: Number(group.stdout) };
}

function createAccount(): Ids {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "pipe" });
  } catch (cause) {
    throw new Refusal(
      'PostgreSQL does not run as root and the account "postgres" could not be made. Run as another user, or make the account first: useradd --system postgres',
      { cause },
    );
  }
  const ids = findIds();
  if (ids === null)
    throw new Refusal('The account "postgres" was made and cannot be found. Run as another user.');
  return ids;
}

/**
 * The project lies in a folder that only root may enter (such as /root): the
 * account gets the one capability to pass through it. `no_setuid_fixup` makes
 * access(2) honour it too, which initdb asks before it runs its sister programs.
 */
function reachingCommand(ids: Ids): Account["command"] {
  if (spawnSync("setpriv", ["--version"]).status !== 0) {
    throw new Refusal(
      'PostgreSQL does not run as root, and the account "postgres" may not enter this folder. Move the project out of root\'s own folder, or run as another user.',
    );
  }
  const privileges = [
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--securebits=+no_setuid_fixup",
  ];
  return (file, args) => ({ file: "setpriv", args: [...privileges, file, ...args] });
}
