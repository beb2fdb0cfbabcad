import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ColumnContent } from "~/domain/imports/column-content";
import type { CustomField } from "~/domain/imports/guess-columns";
import { guessFieldType } from "~/domain/imports/guess-field-type";

const LONGEST_NAME = 60;

type Wanted = { at: number; name: string };

/** Makes custom fields for columns on the way; `onMade` hears which column has its field now. */
export function useNewField(
  { base, fields, currency }: { base: string; fields: CustomField[]; currency: string },
  onMade: (at: number, target: string) => void,
) {
  const fetcher = useFetcher();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [isRefused, setRefused] = useState(false);
  const tell = useRef(onMade);
  tell.current = onMade;
  useEffect(() => {
    if (!wanted || fetcher.state !== "idle" || fetcher.data === undefined) return;
    const made = fields.find(({ name }) => name === wanted.name);
    if (made) tell.current(wanted.at, `custom:${made.id}`);
    setRefused(!made);
    setWanted(null);
  }, [wanted, fetcher.state, fetcher.data, fields]);
  const make = (at: number, name: string, content: ColumnContent) => {
    const short = name.trim().slice(0, LONGEST_NAME).trim();
    setWanted({ at, name: short });
    setRefused(false);
    fetcher.submit(
      { intent: "create", name: short, type: guessFieldType(content), currency },
      { method: "POST", action: `${base}/settings/fields` },
    );
  };
  return { make, isMaking: wanted !== null, isRefused };
}
