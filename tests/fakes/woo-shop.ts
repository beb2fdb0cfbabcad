import * as z from "zod";

type WooRecord = { id: number; [field: string]: unknown };
type List = "orders" | "customers" | "products" | "subscriptions";

export type WooShopOptions = {
  key?: string;
  secret?: string;
  /** Whether the host strips the Authorization header, as some do. */
  isHeaderStripped?: boolean;
  /** Whether permalinks are plain: `/wp-json` is then a web page. */
  isPlain?: boolean;
  hasSubscriptions?: boolean;
};

const MOST_PER_PAGE = 100;
const query = z.object({
  per_page: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(10),
  page: z.coerce.number().int().min(1).default(1),
  offset: z.coerce.number().int().min(0).optional(),
  orderby: z.enum(["date", "id", "include", "title", "slug", "modified", "registered_date"]).default("date"),
  order: z.enum(["asc", "desc"]).default("desc"),
});

/** A WooCommerce shop as its REST interface `wc/v3` shows it: pages, filters, totals, keys and errors. */
export class FakeWooShop {
  readonly lists: Record<List, WooRecord[]> = { orders: [], customers: [], products: [], subscriptions: [] };
  readonly variations = new Map<number, WooRecord[]>();
  /** Answers to the next requests, instead of what was asked for. */
  readonly planned: (() => Response)[] = [];
  /** What was asked, as path and query, without keys. */
  readonly asked: string[] = [];
  readonly #options: WooShopOptions;

  constructor(options: WooShopOptions = {}) {
    this.#options = options;
  }

  /** Adds the record, or puts it in the place of the one with its id. */
  put(list: List, record: WooRecord): void {
    this.lists[list] = [...this.lists[list].filter(({ id }) => id !== record.id), record];
  }

  remove(list: List, id: number): void {
    this.lists[list] = this.lists[list].filter((record) => record.id !== id);
  }

  readonly handle = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const path = this.#pathOf(url);
    const isKnown = this.#isKnown(request, url);
    for (const name of ["consumer_key", "consumer_secret"]) url.searchParams.delete(name);
    this.asked.push(`${path ?? url.pathname}?${url.searchParams}`);
    const planned = this.planned.shift();
    if (planned) return planned();
    if (path === null) return new Response("<!doctype html><title>Kedai</title>", { status: 404 });
    if (!isKnown) return refuse(401, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.");
    return this.#answer(path, url.searchParams);
  };

  #pathOf(url: URL): string | null {
    const plain = url.searchParams.get("rest_route");
    const route = plain ?? (this.#options.isPlain ? "" : url.pathname.replace(/^.*\/wp-json/, ""));
    return route.startsWith("/wc/v3/") ? route.slice("/wc/v3/".length) : null;
  }

  #isKnown(request: Request, { searchParams }: URL): boolean {
    const { key = "ck_test", secret = "cs_test", isHeaderStripped = false } = this.#options;
    const header = isHeaderStripped ? null : request.headers.get("Authorization");
    if (header !== null) return header === `Basic ${btoa(`${key}:${secret}`)}`;
    return searchParams.get("consumer_key") === key && searchParams.get("consumer_secret") === secret;
  }

  #answer(path: string, params: URLSearchParams): Response {
    const [list = "", id, part] = path.split("/");
    const { hasSubscriptions = true } = this.#options;
    const isList = Object.hasOwn(this.lists, list) && (list !== "subscriptions" || hasSubscriptions);
    if (!isList)
      return refuse(404, "rest_no_route", "No route was found matching the URL and request method.");
    if (part === "variations") return page(this.variations.get(Number(id)) ?? [], params);
    return page(this.lists[list as List], params);
  }
}

function page(all: readonly WooRecord[], params: URLSearchParams): Response {
  const parsed = query.safeParse(Object.fromEntries(params));
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => String(path[0])).join(", ");
    return refuse(400, "rest_invalid_param", `Invalid parameter(s): ${names}`);
  }
  const { per_page, page: number, offset = (number - 1) * per_page, orderby, order } = parsed.data;
  const found = all.filter((record) => isWanted(record, params)).sort(by(orderby));
  if (order === "desc") found.reverse();
  const fields = params.get("_fields")?.split(",");
  const shown = found.slice(offset, offset + per_page).map((record) => pick(record, fields));
  const headers = {
    "X-WP-Total": String(found.length),
    "X-WP-TotalPages": String(Math.ceil(found.length / per_page)),
  };
  return Response.json(shown, { headers });
}

/** Bounds leave out their own second. Trashed records are on no list. */
function isWanted(record: WooRecord, params: URLSearchParams): boolean {
  const within = (name: string, field: string, isAfter: boolean) => {
    const bound = params.get(name);
    const at = String(record[field] ?? "");
    return bound === null || (isAfter ? at > bound : at < bound);
  };
  const ids = params.get("include")?.split(",");
  return (
    record.status !== "trash" &&
    (!ids || ids.includes(String(record.id))) &&
    within("after", "date_created_gmt", true) &&
    within("before", "date_created_gmt", false) &&
    within("modified_after", "date_modified_gmt", true)
  );
}

function by(orderby: string): (a: WooRecord, b: WooRecord) => number {
  const field = orderby === "modified" ? "date_modified_gmt" : "date_created_gmt";
  if (orderby === "id") return (a, b) => a.id - b.id;
  return (a, b) => String(a[field]).localeCompare(String(b[field])) || a.id - b.id;
}

function pick(record: WooRecord, fields: string[] | undefined): object {
  if (!fields) return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => fields.includes(name)));
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ code, message, data: { status } }, { status });
}
