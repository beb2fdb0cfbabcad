import { join } from "node:path";
import { Refusal } from "../refusal";

export const PROJECT = join(import.meta.dirname, "../..");
export const DEFAULT_PORT = 5173;

/** Where one local stack keeps what it makes. Each port has its own, so that stacks run beside each other. */
export type Place = {
  port: number;
  folder: string;
  /** PostgreSQL's data; its log is `postgres.log`. */
  database: string;
  /** Durable Objects, queues and buckets. */
  worker: string;
  keys: string;
  demo: string;
  running: string;
  /** Read by vite.config.ts: the Worker's variables. */
  vite: string;
  orders: string;
};

export function placeOf(port: number): Place {
  const folder = join(PROJECT, ".local", port === DEFAULT_PORT ? "dev" : `dev-${port}`);
  return {
    port,
    folder,
    database: join(folder, "postgres"),
    worker: join(folder, "worker"),
    keys: join(folder, "keys.json"),
    demo: join(folder, "demo.json"),
    running: join(folder, "running.json"),
    vite: join(folder, "vite.json"),
    orders: join(folder, "orders"),
  };
}

/** The port that `PORT` asks for. Throws a Refusal when it is no port. */
export function readPort(text: string | undefined): number {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Refusal(`PORT is "${text}", and a port is a number from 1 to 65535. Try: PORT=5174 npm run dev`);
}
