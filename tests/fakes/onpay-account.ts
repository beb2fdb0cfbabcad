type Sale = { id: number; [field: string]: unknown };

/** An OnPay account as its `sales.list` shows it: a token on every call, pages of at most 100, refusals with status 200. */
export class FakeOnPayAccount {
  sales: Sale[] = [];
  readonly planned: (() => Response)[] = [];
  readonly asked: string[] = [];
  readonly #token: string;

  constructor({ token = "onpay-token" }: { token?: string } = {}) {
    this.#token = token;
  }

  put(sale: Sale): void {
    this.sales = [...this.sales.filter(({ id }) => id !== sale.id), sale];
  }

  readonly handle = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const params = url.searchParams;
    const token = params.get("token");
    params.delete("token");
    this.asked.push(`${url.pathname}?${params}`);
    const planned = this.planned.shift();
    if (planned) return planned();
    if (token !== this.#token) return Response.json({ ok: false, message: "Invalid token" });
    if (url.pathname !== "/api/v1/sales.list") return Response.json({ ok: false, message: "Unknown method" });
    return this.#list(params);
  };

  #list(params: URLSearchParams): Response {
    const perPage = Math.min(Number(params.get("per_page") ?? 20), 100);
    const page = Number(params.get("page") ?? 1);
    const ids = params.get("ids")?.split(",");
    const column = params.get("sort_column") ?? "created_at";
    const found = this.sales.filter(({ id }) => !ids || ids.includes(String(id)));
    found.sort((a, b) =>
      column === "id" ? a.id - b.id : String(a.created_at).localeCompare(String(b.created_at)),
    );
    if (params.get("sort_dir") === "desc") found.reverse();
    const sales = found.slice((page - 1) * perPage, page * perPage);
    return Response.json({ ok: true, record_count: found.length, per_page: perPage, sales });
  }
}
