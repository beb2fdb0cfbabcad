import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TRASH_NOUNS, type TrashNoun } from "~/domain/trash/trash-nouns";
import { listQuery } from "~/lib/list-query";
import { tabListStyles, tabStyles } from "../ui/tab-styles";

/** The trash by kind of record. */
export function TrashTabs({ noun }: { noun: TrashNoun }) {
  const { t } = useTranslation("trash");
  return (
    <nav aria-label={t("title")} className={tabListStyles}>
      {TRASH_NOUNS.map((one) => (
        <Link
          key={one}
          to={listQuery({ noun: one === "customer" ? null : one })}
          aria-current={one === noun ? "page" : undefined}
          prefetch="intent"
          className={tabStyles}
        >
          {t(`nouns.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
