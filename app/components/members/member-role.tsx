import { useActionData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Member } from "~/domain/members/members-queries.server";
import { answerOf } from "../accounts/answer-of";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { Card, CardBody, CardHeader } from "../ui/card";
import { RoleSelect } from "./role-select";

/** What a member may do, from their next page on. */
export function MemberRole({ member }: { member: Member }) {
  const { t } = useTranslation(["members", "common"]);
  const [form, fields] = useActionForm<{ role: string }>({
    id: "role",
    defaultValue: { role: member.role },
    lastResult: answerOf("role", useActionData()),
  });
  const { pathname } = useLocation();
  return (
    <Card>
      <CardHeader title={t("role")} detail={t("roleLead")} />
      <CardBody>
        {/* Without the query, which says what was saved before. */}
        <ActionForm form={form} action={pathname}>
          <RoleSelect field={fields.role} />
          <SubmitButton name="intent" value="role" className="justify-self-start">
            {t("common:actions.saveChanges")}
          </SubmitButton>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
