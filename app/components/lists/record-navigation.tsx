import { useFetcher, useLocation, useNavigate } from "@remix-run/react";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Noun } from "~/domain/filters/nouns";
import { Button } from "../ui/button";
import { isTypingTarget } from "../ui/is-typing-target";

type Neighbours = { previous: string | null; next: string | null };
type RecordNavigationProps = { noun: Noun; id: string /** `/o/kedai`. */; base: string };

/**
 * Leads to the records before and after this one in the list that it was opened from,
 * whose state the address carries; K and J do the same. Asked for after the page is there.
 */
export function RecordNavigation({ noun, id, base }: RecordNavigationProps) {
  const { t } = useTranslation("lists");
  const { search } = useLocation();
  const navigate = useNavigate();
  const { load, data } = useFetcher<Neighbours>({ key: `neighbours ${id} ${search}` });
  useEffect(() => {
    const query = new URLSearchParams(search);
    query.set("noun", noun);
    query.set("id", id);
    load(`${base}/neighbours?${query}`);
  }, [load, noun, id, base, search]);
  const { previous = null, next = null } = data ?? {};
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTypingTarget(event.target) || document.querySelector("[role=dialog],[role=menu]")) return;
      const to = { j: next, k: previous }[event.key.toLowerCase()];
      if (to) navigate(`${base}/${noun}/${to}${search}`);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [navigate, base, noun, search, previous, next]);
  const go = (to: string | null) => () => to && navigate(`${base}/${noun}/${to}${search}`);
  return (
    <span className="flex">
      <Button
        variant="ghost"
        size="icon"
        disabled={previous === null}
        aria-label={t("record.previous")}
        title={`${t("record.previous")} (K)`}
        onClick={go(previous)}
      >
        <ChevronUp aria-hidden="true" />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        disabled={next === null}
        aria-label={t("record.next")}
        title={`${t("record.next")} (J)`}
        onClick={go(next)}
      >
        <ChevronDown aria-hidden="true" />
      </Button>
    </span>
  );
}
