import { useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../ui/button";

type OlderRowsProps<T> = {
  /** The cursor of the page after what stands above. */
  next: string;
  /** The address of the page after a cursor, which answers `{ rows, next }`. */
  toOf: (next: string) => string;
  label: string;
  /** How a page looks; `last` is the row above it. */
  children: (rows: readonly T[], last: T | undefined) => ReactNode;
  last?: T | undefined;
};

/**
 * The pages after a first one, each fetched when it is asked for. Each keeps itself fresh: after an
 * act its rows are loaded again, and from another place when rows above it moved.
 */
export function OlderRows<T>({ next, toOf, label, children, last }: OlderRowsProps<T>) {
  const { data, state, load } = useFetcher<{ rows: T[]; next: string | null }>();
  const [asked, setAsked] = useState<string | null>(null);
  const to = toOf(next);
  useEffect(() => {
    if (asked === null || asked === to) return;
    setAsked(to);
    load(to);
  }, [asked, to, load]);
  if (!data) {
    return (
      <Button
        size="small"
        className="mt-2"
        isLoading={state !== "idle"}
        onClick={() => {
          setAsked(to);
          load(to);
        }}
      >
        {label}
      </Button>
    );
  }
  const rows = data.rows as T[];
  return (
    <>
      {children(rows, last)}
      {data.next && (
        <OlderRows next={data.next} toOf={toOf} label={label} last={rows.at(-1)}>
          {children}
        </OlderRows>
      )}
    </>
  );
}
