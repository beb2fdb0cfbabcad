import type { TFunction } from "i18next";
import { isAction } from "~/domain/audit/actions";
import type { ListedAct } from "~/domain/audit/audit-queries.server";
import { isRole } from "~/domain/organizations/permissions";

const ROLE_FACTS = ["role", "from", "to"];

/** What the words of an act are filled with. */
export function actValues(t: TFunction, { facts, subjectName }: ListedAct) {
  const fields = String(facts.fields ?? "").split(", ");
  const roleWords = Object.fromEntries(
    ROLE_FACTS.filter((fact) => isRole(facts[fact])).map((fact) => [fact, t(`common:roles.${facts[fact]}`)]),
  );
  const permission = String(facts.permission ?? "");
  return {
    ...facts,
    ...roleWords,
    rule: t(`audit:rules.${facts.rule}`, String(facts.rule ?? "")),
    change: t(`audit:changes.${facts.change}`, String(facts.change ?? "")),
    noun: t(`audit:nouns.${facts.noun}`, String(facts.noun ?? "")),
    kind: t(`audit:kinds.${facts.kind}`, String(facts.kind ?? "")),
    permission: t(`settings:permissions.${permission}`, permission),
    fields: fields.map((field) => fieldWord(t, field)).join(", "),
    subject: subjectName ?? t("audit:unnamed"),
  };
}

/** A changed field's name; one without words keeps its own. */
export function fieldWord(t: TFunction, field: string): string {
  return t(`audit:fields.${field}`, field);
}

/** An act as a sentence of plain text, for files. */
export function actSentence(t: TFunction, act: ListedAct): string {
  if (!isAction(act.action)) return act.action;
  const values = { ...actValues(t, act), interpolation: { escapeValue: false } };
  return t(`audit:acts.${act.action}`, values).replaceAll(/<\/?b>/g, "");
}
