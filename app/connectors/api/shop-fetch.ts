export type ShopRequest = {
  url: string;
  method?: "GET" | "POST" | "PUT" | "DELETE";
  headers?: Record<string, string>;
  body?: string;
  /** Whether it only reads, and may be asked again when the answer is lost. A GET always may. */
  isRead?: boolean;
};

/** `text` is the whole body. */
export type ShopAnswer = { status: number; headers: Headers; text: string };

/**
 * Asks a shop's interface, as `integrations/shop-api` does. Any status but a redirect and the passing
 * ones (429, 5xx) is an answer. Throws a `ShopApiError`.
 */
export type ShopFetch = (request: ShopRequest) => Promise<ShopAnswer>;

/** The way to shops, and the patience between two questions. */
export type ShopApi = { ask: ShopFetch; sleep(ms: number): Promise<void> };
