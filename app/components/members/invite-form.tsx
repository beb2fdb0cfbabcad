import { useTranslation } from "react-i18next";
import type * as z from "zod";
import type { inviteSchema } from "~/domain/members/members.schema";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { LinkButton } from "../ui/link-button";
import { RoleSelect } from "./role-select";

/** Whom to invite, and as what. */
export function InviteForm() {
  const { t } = useTranslation(["members", "common"]);
  const [form, fields] = useActionForm<z.input<typeof inviteSchema>>({ defaultValue: { role: "member" } });
  return (
    <ActionForm form={form}>
      <FormField
        field={fields.email}
        label={t("email")}
        help={t("invite.emailHelp")}
        type="email"
        autoComplete="off"
      />
      <RoleSelect field={fields.role} />
      <div className="flex gap-2">
        <SubmitButton>{t("invite.send")}</SubmitButton>
        <LinkButton to=".." relative="path" variant="ghost">
          {t("common:actions.back")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
