import { useTranslation } from "react-i18next";
import type { LineItem } from "~/connectors/canonical";

/** What was in a checkout in a few words: "Sambal and 2 more". */
export function useItemWords() {
  const { t } = useTranslation("checkouts");
  return (items: readonly LineItem[]): string => {
    const [first, ...others] = items;
    if (!first) return "";
    return others.length === 0 ? first.name : t("more", { name: first.name, count: others.length });
  };
}
