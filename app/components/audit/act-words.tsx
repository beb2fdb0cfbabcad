import { useTranslation } from "react-i18next";
import { isAction } from "~/domain/audit/actions";
import type { ListedAct } from "~/domain/audit/audit-queries.server";
import { RichText } from "~/i18n/rich-text";
import { actValues } from "./act-values";

/** An act as a sentence: "Aina connected Kedai Aina". */
export function ActWords({ act }: { act: ListedAct }) {
  const { t } = useTranslation(["audit", "common", "settings"]);
  if (!isAction(act.action)) return <>{act.action}</>;
  return (
    <RichText
      t={t}
      i18nKey={`acts.${act.action}`}
      values={actValues(t, act)}
      components={{ b: <b className="font-medium text-ink" /> }}
    />
  );
}
