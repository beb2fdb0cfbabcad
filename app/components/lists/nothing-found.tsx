import { SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Noun } from "~/domain/filters/nouns";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";

type NothingFoundProps = {
  /** The namespace with `noResult.title`, `noResult.body` and `noResult.clear`. */
  of: Noun;
  /** What could be tried, when it is not the usual. */
  bodyKey?: string;
};

/** A search or filter without a result, and the way back to all. */
export function NothingFound({ of, bodyKey = "noResult.body" }: NothingFoundProps) {
  const { t } = useTranslation(of);
  return (
    <EmptyState
      icon={SearchX}
      title={t("noResult.title")}
      action={<LinkButton to="?view=all">{t("noResult.clear")}</LinkButton>}
    >
      {t(bodyKey)}
    </EmptyState>
  );
}
