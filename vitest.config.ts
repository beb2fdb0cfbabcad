import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { configDefaults, defineConfig } from "vitest/config";

const alias = { "~": new URL("./app", import.meta.url).pathname };

// Days, hours and formats must not lean on the zone of whoever runs the tests.
process.env.TZ = "America/St_Johns";

const keys = {
  SESSION_JWT_KEYS: `1:${Buffer.alloc(32, 1).toString("base64")}`,
  ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 2).toString("base64")}`,
  HOOK_URL_KEY: Buffer.alloc(32, 3).toString("base64"),
};

export default defineConfig({
  test: {
    // Once for all projects: one Postgres cluster, migrated into a template that tests clone.
    globalSetup: ["./tests/setup/global-database.ts"],
    projects: [
      {
        resolve: { alias },
        test: {
          name: "node",
          include: ["app/**/*.test.{ts,tsx}", "dev/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, "tests/{e2e,faults}/**"],
          setupFiles: ["./tests/setup/no-console-error.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: {
          alias: {
            ...alias,
            // Objects, consumers and crons never load the site; it is proven in a browser on the built app.
            "virtual:remix/server-build": new URL("./tests/setup/no-site.ts", import.meta.url).pathname,
          },
        },
        plugins: [
          cloudflareTest(({ inject }) => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                ...keys,
                APP_URL: "http://localhost",
                SHOPIFY_APP_SECRETS: "test-app-secret",
                DATABASE_URL: inject<string>("databaseUrl"),
              },
            },
          })),
        ],
        test: {
          name: "workers",
          include: ["workers/**/*.test.ts"],
          testTimeout: 20_000,
          deps: {
            optimizer: { ssr: { enabled: true, include: ["@remix-run/cloudflare"] } },
          },
        },
      },
      {
        resolve: { alias },
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.test.ts", "tests/faults/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
