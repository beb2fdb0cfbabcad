import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { IMPORT_NOUNS, type ImportNoun } from "~/domain/imports/import-fields";
import { listQuery } from "~/lib/list-query";
import { tabListStyles, tabStyles } from "../ui/tab-styles";

/** What the rows of the file are. */
export function NounTabs({ noun }: { noun: ImportNoun }) {
  const { t } = useTranslation("imports");
  return (
    <nav aria-label={t("bring.what")} className={tabListStyles}>
      {IMPORT_NOUNS.map((one) => (
        <Link
          key={one}
          to={listQuery({ noun: one })}
          aria-current={one === noun ? "page" : undefined}
          className={tabStyles}
        >
          {t(`nouns.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
