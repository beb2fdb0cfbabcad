import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Member } from "~/domain/members/members-queries.server";
import { SubmitButton } from "../forms/submit-button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { ConfirmDialog } from "./confirm-dialog";

/** Suspending, which can be lifted, and removing, which needs a new invitation. */
export function MemberAccess({ member }: { member: Member }) {
  const { t } = useTranslation("members");
  const { pathname } = useLocation();
  const change = member.state === "suspended" ? "reinstate" : "suspend";
  return (
    <Card>
      <CardHeader title={t("access.title")} />
      <CardBody className="grid gap-4">
        <p className="text-muted">{t(`access.${change}Lead`)}</p>
        <div className="flex flex-wrap gap-2">
          <Form method="post" action={pathname}>
            <SubmitButton variant="secondary" name="intent" value={change}>
              {t(`access.${change}`)}
            </SubmitButton>
          </Form>
          <ConfirmDialog
            intent="remove"
            label={t("access.remove")}
            title={t("access.removeTitle", { name: member.name })}
            description={t("access.removeLead")}
          />
        </div>
      </CardBody>
    </Card>
  );
}
