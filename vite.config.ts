import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { cloudflare } from "@cloudflare/vite-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import license from "rollup-plugin-license";
import { defineConfig, type Plugin } from "vite";
import { findPromiseTests } from "./dev/promises/find-promise-tests";

declare module "@remix-run/cloudflare" {
  interface Future {
    v3_singleFetch: true;
  }
}

// Written by dev/start: the Worker's variables and where its state is kept.
const local = process.env.ORUCRM_LOCAL
  ? (JSON.parse(readFileSync(process.env.ORUCRM_LOCAL, "utf8")) as {
      vars: Record<string, string>;
      statePath: string;
    })
  : null;

// The Cloudflare plugin reminds us on the console at each start that wrangler's alias and minify are
// for the deployed bundle.
const { warn } = console;
console.warn = (...parts: unknown[]) => {
  if (!String(parts[0]).includes("which is replaced by Vite's")) warn(...parts);
};

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  dependencies: Record<string, string>;
};
// Everything is pre-bundled at once: an optimization amid a request would reload the Worker, and the
// page with a second React, under it.
const ON_SERVER = [
  "@neondatabase/serverless",
  "@oslojs/crypto/random",
  "@oslojs/crypto/sha2",
  "@oslojs/encoding",
  "@oslojs/otp",
  "@remix-run/cloudflare",
  "@simplewebauthn/server",
  "bcryptjs",
  "bowser",
  "drizzle-orm",
  "drizzle-orm/neon-http",
  "drizzle-orm/neon-serverless",
  "drizzle-orm/pg-core",
  "fflate",
  "isbot",
  "jose",
  "libphonenumber-js/min",
  "react-dom/server",
  "remix-i18next/server",
  "uqr",
];
const ON_BOTH_SIDES = [
  "react-dom",
  "@conform-to/zod/v4",
  "react/jsx-dev-runtime",
  "react/jsx-runtime",
  ...Object.keys(dependencies).filter(
    (name) =>
      !ON_SERVER.some((path) => path === name || path.startsWith(`${name}/`)) &&
      !["@conform-to/zod", "@fontsource-variable/inter"].includes(name),
  ),
];

// The public page of promises names the tests that hold them, as they are when the app is built.
const PROMISE_TESTS = "virtual:promise-tests";
const promiseTests: Plugin = {
  name: "promise-tests",
  resolveId: (id) => (id === PROMISE_TESTS ? `\0${PROMISE_TESTS}` : null),
  load(id) {
    if (id !== `\0${PROMISE_TESTS}`) return null;
    const titles = [...findPromiseTests(import.meta.dirname)].map(([promise, tests]) => [
      promise,
      [...new Set(tests.map(({ title }) => title))],
    ]);
    return `export default ${JSON.stringify(Object.fromEntries(titles))}`;
  },
};

// The Worker's entry is built with the site, so that what both need is in the upload once.
const workerEntry: Plugin = {
  name: "worker-entry",
  apply: (_config, { command, isSsrBuild }) => command === "build" && isSsrBuild === true,
  config: () => ({
    build: {
      rollupOptions: {
        input: ["workers/app.ts"],
        external: ["cloudflare:workers"],
        output: {
          entryFileNames: ({ name }) => (name === "app" ? "worker.js" : "index.js"),
          hoistTransitiveImports: false,
        },
      },
    },
  }),
};

// What browsers get of others' work is named there with its licences.
const licenses: Plugin = {
  ...license({ thirdParty: { output: new URL("./build/client/licenses.txt", import.meta.url).pathname } }),
  apply: (_config, { command, isSsrBuild }) => command === "build" && isSsrBuild !== true,
};

export default defineConfig(({ command }) => ({
  // Stacks on several ports run beside each other; one cache would be optimized under the other's feet.
  ...(local && { cacheDir: `node_modules/.vite-${basename(dirname(local.statePath))}` }),
  plugins: [
    // Development runs the Worker entry in workerd with hot reload. The production
    // build is Remix alone; wrangler bundles the same entry around it.
    command === "serve" &&
      cloudflare({
        viteEnvironment: { name: "workerd" },
        inspectorPort: false,
        ...(local && {
          persistState: { path: local.statePath },
          config: (config) => ({ vars: { ...config.vars, ...local.vars } }),
        }),
      }),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
    tailwindcss(),
    promiseTests,
    workerEntry,
    licenses,
  ],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  optimizeDeps: { include: ["react-dom/client", ...ON_BOTH_SIDES] },
  // Every icon has a notice of its own; all of them are in licenses.txt.
  esbuild: { legalComments: "none" },
  build: { sourcemap: false, target: "es2022" },
  environments: {
    workerd: {
      optimizeDeps: {
        include: [...ON_SERVER, ...ON_BOTH_SIDES],
      },
    },
  },
}));
