import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** What to call a column of a file: its name, or its place when it has none. */
export function useColumnName(): (name: string, at: number) => string {
  const { t } = useTranslation("imports");
  return useCallback((name, at) => name || t("column", { number: at + 1 }), [t]);
}
