import { Trans, useTranslation } from "react-i18next";
import { isAction } from "~/domain/audit/actions";
import type { ListedAct } from "~/domain/audit/audit-queries.server";
import { isRole } from "~/domain/organizations/permissions";

const ROLE_FACTS = ["role", "from", "to"];

/** An act as a sentence: "Aina connected Kedai Aina". */
export function ActWords({ act }: { act: ListedAct }) {
  const { t } = useTranslation(["audit", "common"]);
  const { action, facts, subjectName } = act;
  if (!isAction(action)) return <>{action}</>;
  const fields = String(facts.fields ?? "").split(", ");
  const roleWords = Object.fromEntries(
    ROLE_FACTS.filter((fact) => isRole(facts[fact])).map((fact) => [fact, t(`common:roles.${facts[fact]}`)]),
  );
  return (
    <Trans
      t={t}
      i18nKey={`acts.${action}`}
      values={{
        ...facts,
        ...roleWords,
        kind: t(`kinds.${facts.kind}`, String(facts.kind ?? "")),
        fields: fields.map((field) => t(`fields.${field}`, field)).join(", "),
        subject: subjectName ?? t("unnamed"),
      }}
      components={{ b: <b className="font-medium text-ink" /> }}
    />
  );
}
