import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { findFreePort } from "./free-port";
import { type Account, findAccount } from "./postgres/account";
import { type Binaries, findBinaries } from "./postgres/binaries";
import { findRunningPostmaster, readPostmaster } from "./postgres/postmaster-file";
import { SUPERUSER } from "./postgres/roles";
import { Refusal } from "./refusal";

const run = promisify(execFile);

const MAJOR = "18";
const START_LIMIT_MS = 60_000;

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=300",
  "timezone=UTC",
  "jit=off",
];
/** A test cluster is thrown away: nothing in it has to survive a power cut. */
const FORGETFUL = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
];

export type ClusterOptions = {
  /** Absolute. The cluster is made when it is missing; its log lies beside it, as `<dataDir>.log`. */
  dataDir: string;
  /** False gives up durability for speed. */
  isDurable: boolean;
  preferredPort?: number;
};

export type Cluster = {
  /** On 127.0.0.1. */
  port: number;
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends open transactions, writes a checkpoint, and waits until the server is gone. */
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL 18 on a folder of its own. The server has its own process
 * group, so that Ctrl-C does not take it away before the app is done with it. One
 * that a killed process left running on the same folder is stopped first; the
 * caller makes sure that no other caller uses the folder.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const binaries = await findBinaries();
  mkdirSync(dirname(options.dataDir), { recursive: true });
  const account = findAccount(binaries, dirname(options.dataDir));
  if (existsSync(join(options.dataDir, "PG_VERSION"))) {
    requireSameMajor(options.dataDir);
    await stopLeftover(options.dataDir, binaries, account);
  } else {
    await initialize(options, binaries, account);
  }
  const port = await findFreePort(options.preferredPort);
  const child = launch(options, port, binaries, account);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  await Promise.race([ended, waitUntilReady(options.dataDir, child)]);
  if (!isReady(options.dataDir, child)) throw didNotStart(options.dataDir, child);
  return {
    port,
    ended,
    stop: async () => {
      child.kill("SIGINT");
      await ended;
    },
  };
}

/** Stops the server that a killed process left on this folder, if there is one. */
export async function stopLeftoverCluster(dataDir: string): Promise<void> {
  const binaries = await findBinaries();
  await stopLeftover(dataDir, binaries, findAccount(binaries, dirname(dataDir)));
}

async function stopLeftover(dataDir: string, binaries: Binaries, account: Account): Promise<void> {
  if (findRunningPostmaster(dataDir) === null) return;
  const { file, args, ...ids } = account.command(binaries.pg_ctl, [
    "stop",
    "-D",
    dataDir,
    "-m",
    "fast",
    "-w",
  ]);
  await run(file, args, ids);
}

function requireSameMajor(dataDir: string): void {
  const version = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR) return;
  throw new Refusal(
    `The data in ${dataDir} was written by PostgreSQL ${version}, and this is PostgreSQL ${MAJOR}. Move the folder away to start with an empty database.`,
  );
}

/** Made beside its place and renamed, so that an interrupted start leaves no half cluster. */
async function initialize(options: ClusterOptions, binaries: Binaries, account: Account): Promise<void> {
  const { dataDir } = options;
  const draft = mkdtempSync(`${dataDir}-draft-`);
  const passwordFile = join(draft, "password");
  const cluster = join(draft, "cluster");
  mkdirSync(cluster);
  writeFileSync(passwordFile, SUPERUSER.password);
  for (const path of [draft, cluster, passwordFile]) account.adopt(path);
  const { file, args, ...ids } = account.command(binaries.initdb, [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER.name}`,
    `--pwfile=${passwordFile}`,
    // As on Neon, where the driver sends the password without waiting to be asked.
    "--auth=password",
    "--encoding=UTF8",
    "--locale=C",
    // The built-in locale is the same on every system. pg_trgm asks the system's one.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    `--lc-ctype=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`,
    ...(options.isDurable ? [] : ["--no-sync"]),
  ]);
  try {
    await run(file, args, ids);
    renameSync(cluster, dataDir);
  } catch (cause) {
    const detail = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : String(cause);
    throw new Refusal(`PostgreSQL could not set up its data in ${dataDir}:\n${detail}`, { cause });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function launch(options: ClusterOptions, port: number, binaries: Binaries, account: Account): ChildProcess {
  const settings = options.isDurable ? SETTINGS : [...SETTINGS, ...FORGETFUL];
  const { file, args, ...ids } = account.command(binaries.postgres, [
    ...["-D", options.dataDir, "-p", String(port)],
    ...settings.flatMap((setting) => ["-c", setting]),
  ]);
  const log = openSync(`${options.dataDir}.log`, "w");
  try {
    return spawn(file, args, { ...ids, detached: true, stdio: ["ignore", log, log] });
  } finally {
    closeSync(log);
  }
}

function isReady(dataDir: string, child: ChildProcess): boolean {
  const postmaster = readPostmaster(dataDir);
  return postmaster !== null && postmaster.pid === child.pid && postmaster.isReady;
}

async function waitUntilReady(dataDir: string, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + START_LIMIT_MS;
  while (Date.now() < giveUpAt && child.exitCode === null && !isReady(dataDir, child)) await sleep(20);
}

function didNotStart(dataDir: string, child: ChildProcess): Refusal {
  child.kill("SIGKILL");
  const log = readFileSync(`${dataDir}.log`, "utf8").trim().split("\n").slice(-8).join("\n");
  return new Refusal(`PostgreSQL did not start. Its log, ${dataDir}.log, ends with:\n${log}`);
}
