import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { ROLES } from "~/domain/organizations/permissions";
import { FormSelect } from "../forms/form-select";

/** One of the five roles, each with what it means. */
export function RoleSelect<Value>({
  field,
}: {
  field: FieldMetadata<Value, Record<string, unknown>, string[]>;
}) {
  const { t } = useTranslation(["members", "common", "settings"]);
  const options = ROLES.map((value) => ({
    value,
    label: `${t(`common:roles.${value}`)} · ${t(`settings:members.roleHints.${value}`)}`,
  }));
  return <FormSelect field={field} label={t("role")} options={options} />;
}
