import * as z from "zod";

type Node = { id: string; [field: string]: unknown };
type List = "orders" | "customers" | "products";

export type ShopifyShopOptions = {
  token?: string;
  /** Points that the bucket gets back each second. */
  restoreRate?: number;
  maximumAvailable?: number;
  /** The shop's clock in milliseconds: it fills the bucket. */
  clock?: () => number;
};

const MOST_COST = 1000;
const MOST_PER_PAGE = 250;
/** About what one record of a list costs with all that is asked of it. */
const COSTS: Record<List, number> = { orders: 60, customers: 6, products: 30 };
const BRIEF_COST = 5;

const questionSchema = z.object({
  query: z.string(),
  variables: z.object({
    first: z.number().int().max(MOST_PER_PAGE).optional(),
    query: z.string().nullish(),
    all: z.string().nullish(),
    ids: z.array(z.string()).optional(),
    id: z.string().optional(),
    after: z.string().optional(),
  }),
});
type Question = z.output<typeof questionSchema>;

/** A Shopify shop as its GraphQL Admin interface shows it: token, pages, search by id and date, and a bucket of points. */
export class FakeShopifyShop {
  readonly lists: Record<List, Node[]> = { orders: [], customers: [], products: [] };
  readonly planned: (() => Response)[] = [];
  readonly asked: Question["variables"][] = [];
  throttled = 0;
  readonly #options: Required<ShopifyShopOptions>;
  #available: number;
  #filledAt: number;

  constructor(options: ShopifyShopOptions = {}) {
    const { token = "shpat_test", restoreRate = 100, maximumAvailable = 2000, clock = () => 0 } = options;
    this.#options = { token, restoreRate, maximumAvailable, clock };
    this.#available = maximumAvailable;
    this.#filledAt = clock();
  }

  put(list: List, node: Node): void {
    this.lists[list] = [...this.lists[list].filter(({ id }) => id !== node.id), node];
  }

  readonly handle = async (request: Request): Promise<Response> => {
    const planned = this.planned.shift();
    if (planned) return planned();
    if (request.headers.get("X-Shopify-Access-Token") !== this.#options.token)
      return Response.json({ errors: "[API] Invalid API key or access token" }, { status: 401 });
    if (!/^\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/.test(new URL(request.url).pathname))
      return Response.json({ errors: "Not Found" }, { status: 404 });
    const question = questionSchema.safeParse(await request.json());
    if (!question.success)
      return Response.json({ errors: [{ message: "first is too large", extensions: {} }] });
    this.asked.push(question.data.variables);
    return this.#pay(question.data);
  };

  #pay(question: Question): Response {
    const requested = costOf(question);
    const { restoreRate, maximumAvailable, clock } = this.#options;
    const seconds = (clock() - this.#filledAt) / 1000;
    this.#available = Math.min(maximumAvailable, this.#available + seconds * restoreRate);
    this.#filledAt = clock();
    const isTooMuch = requested > MOST_COST;
    const isThrottled = !isTooMuch && requested > this.#available;
    if (!isTooMuch && !isThrottled) this.#available -= requested;
    const throttleStatus = { maximumAvailable, currentlyAvailable: Math.floor(this.#available), restoreRate };
    const cost = { requestedQueryCost: requested, actualQueryCost: requested, throttleStatus };
    const code = isTooMuch ? "MAX_COST_EXCEEDED" : "THROTTLED";
    if (isThrottled) this.throttled += 1;
    if (isTooMuch || isThrottled)
      return Response.json({ errors: [{ message: code, extensions: { code } }], extensions: { cost } });
    return Response.json({ data: this.#answer(question), extensions: { cost } });
  }

  #answer({ query, variables }: Question): object {
    if (variables.ids)
      return { nodes: variables.ids.map((id) => this.lists.orders.find((node) => node.id === id) ?? null) };
    if (variables.id) return { node: this.#rest(query, variables.id, variables.after ?? "") };
    const list = listOf(query);
    const found = (search: string | null | undefined) =>
      this.lists[list]
        .filter((node) => matches(node, search ?? ""))
        .sort((a, b) => numberOf(a) - numberOf(b));
    const counted = { count: found(variables.all).length };
    if (variables.first === undefined) return { counted };
    const all = found(variables.query);
    const nodes = all.slice(0, variables.first).map(firstPart);
    return { listed: { nodes, pageInfo: { hasNextPage: all.length > nodes.length } }, counted };
  }

  /** What comes behind the first part of a record's own list. */
  #rest(query: string, id: string, after: string): object | null {
    const name = query.includes("lineItems(") ? "lineItems" : "variants";
    const node = [...this.lists.orders, ...this.lists.products].find((one) => one.id === id);
    const nodes = ownList(node, name);
    if (!node || !nodes) return null;
    const from = Number(after);
    const part = nodes.slice(from, from + 100);
    const pageInfo = {
      hasNextPage: from + part.length < nodes.length,
      endCursor: String(from + part.length),
    };
    return { [name]: { nodes: part, pageInfo } };
  }
}

const FIRST_PART = 20;
const ownListSchema = z.object({ nodes: z.array(z.unknown()) });

function ownList(node: Node | undefined, name: string): unknown[] | null {
  return ownListSchema.safeParse(node?.[name]).data?.nodes ?? null;
}

function firstPart(node: Node): Node {
  const cut = { ...node };
  for (const name of ["lineItems", "variants"]) {
    const nodes = ownList(node, name);
    if (!nodes) continue;
    const pageInfo = { hasNextPage: nodes.length > FIRST_PART, endCursor: String(FIRST_PART) };
    cut[name] = { nodes: nodes.slice(0, FIRST_PART), pageInfo };
  }
  return cut;
}

function listOf(query: string): List {
  const name = /\b(orders|customers|products)(?:Count)?\(/.exec(query)?.[1];
  return name === "customers" || name === "products" ? name : "orders";
}

function costOf({ query, variables: { first, ids } }: Question): number {
  if (ids) return ids.length * COSTS.orders;
  if (first === undefined) return 10;
  const list = listOf(query);
  const each = list === "orders" && !query.includes("lineItems") ? BRIEF_COST : COSTS[list];
  return 2 + first * each;
}

function numberOf({ id }: Node): number {
  return Number(id.split("/").at(-1));
}

/** Shopify's search, as far as it is used: `id:>5 AND created_at:>='2026-01-01T00:00:00Z'`. */
function matches(node: Node, search: string): boolean {
  return search
    .split(" AND ")
    .filter(Boolean)
    .every((term) => {
      const [, field = "", sign = "", value = ""] = /^(\w+):(>=|>|<)'?([^']+)'?$/.exec(term) ?? [];
      if (field === "id") return numberOf(node) > Number(value);
      const [at, bound] = [Date.parse(String(node.createdAt)), Date.parse(value)];
      return sign === "<" ? at < bound : at >= bound;
    });
}
