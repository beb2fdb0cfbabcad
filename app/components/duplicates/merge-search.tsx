import { Link, useFetcher } from "@remix-run/react";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../ui/avatar";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

type Found = { kind: string; id: string; title: string; subtitle?: string | null };

// Long enough to type the next letter, short enough to feel immediate.
const PAUSE_MS = 150;

/** Customers by what is typed, without the one that is merged; each leads to both side by side. */
export function MergeSearch({ base, customerId }: { base: string; customerId: string }) {
  const { t } = useTranslation("duplicates");
  const id = useId();
  const [query, setQuery] = useState("");
  const { load, data, state } = useFetcher<{ results: Found[] }>();
  const wanted = query.trim();
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => load(`${base}/search?q=${encodeURIComponent(wanted)}`), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [load, base, wanted]);
  const others = data?.results.filter((one) => one.kind === "customer" && one.id !== customerId) ?? [];
  const isEmpty = data !== undefined && state === "idle" && others.length === 0;
  return (
    <div className="grid gap-2">
      <Field id={id} label={t("find.label")} help={t("find.help")}>
        {(control) => (
          <Input
            {...control}
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            autoComplete="off"
            autoFocus
          />
        )}
      </Field>
      <p role="status" className={isEmpty && wanted ? "py-3 text-sm text-muted" : "sr-only"}>
        {wanted && (isEmpty ? t("find.nobody") : t("find.found", { count: others.length }))}
      </p>
      {wanted && others.length > 0 && (
        <ul className="-mx-2 grid gap-0.5">
          {others.map((one) => (
            <li key={one.id}>
              <Link
                to={`${base}/customers/${customerId}/merge/${one.id}`}
                className="flex min-h-12 items-center gap-3 rounded-control px-2 py-1.5 hover:bg-hover"
              >
                <Avatar name={one.title} />
                <span className="grid min-w-0">
                  <span className="truncate text-ink">{one.title}</span>
                  <span className="figures truncate text-sm text-muted">{one.subtitle}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
