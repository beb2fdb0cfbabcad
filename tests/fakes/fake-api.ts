import type { ShopApi } from "~/connectors/api/shop-fetch";
import { shopFetch } from "~/integrations/shop-api/shop-fetch";

type Handler = { handle(request: Request): Promise<Response> };

/** The way to fakes by their host names, through the real client; sleeping takes no time, and is added up. */
export function apiOf(fakes: Record<string, Handler>): ShopApi & { sleptMs(): number } {
  let slept = 0;
  const sleep = async (ms: number) => {
    slept += ms;
  };
  const ask = shopFetch({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const fake = fakes[new URL(request.url).host];
      if (!fake) throw new TypeError("nobody answers there");
      return fake.handle(request);
    },
    sleep,
    random: () => 0,
  });
  return { ask, sleep, sleptMs: () => slept };
}
