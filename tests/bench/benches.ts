import type { Bench } from "./bench-result";

/** In the order in which they run. A bench is loaded when it is chosen. */
export const BENCHES: readonly Bench[] = [
  { name: "receive", run: async () => (await import("./receive")).run() },
  { name: "visible", run: async () => (await import("./visible")).run() },
  { name: "consumer", run: async () => (await import("./consumer")).run() },
  { name: "list-and-search", run: async () => (await import("./list-and-search")).run() },
  { name: "ssr", run: async () => (await import("./ssr")).run() },
  { name: "sign-in", run: async () => (await import("./sign-in")).run() },
  { name: "audit", run: async () => (await import("./audit")).run() },
  { name: "import", run: async () => (await import("./import")).run() },
  { name: "export", run: async () => (await import("./export")).run() },
  { name: "silence", run: async () => (await import("./silence")).run() },
  { name: "bundle", run: async () => (await import("./bundle")).run() },
];
