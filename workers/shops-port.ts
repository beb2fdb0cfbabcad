import type { ShopsPort } from "~/domain/context";
import type { Config } from "~/env.server";
import { shopFetch } from "~/integrations/shop-api/shop-fetch";

/** The way to shops; to the fake ones, each under its host's name, where the configuration has them. */
export function shopsPort({ fakeShopsUrl }: Pick<Config, "fakeShopsUrl">): ShopsPort {
  const visit = (address: string) =>
    fakeShopsUrl === null ? address : `${fakeShopsUrl}/${address.replace(/^https:\/\//, "")}`;
  return {
    ask: shopFetch({ fetch: (input, init) => fetch(visit(String(input)), init) }),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    visit,
  };
}
