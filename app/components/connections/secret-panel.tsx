import { useFetcher } from "@remix-run/react";
import { Eye } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { CopyField } from "../ui/copy-field";
import { RotateDialog } from "./rotate-dialog";

type SecretPanelProps = { hasSecret: boolean; isSecretBrought: boolean; overlapDays: number };

/** The secret, shown on request only: who looks at it is written down. */
export function SecretPanel({ hasSecret, isSecretBrought, overlapDays }: SecretPanelProps) {
  const { t } = useTranslation("connections");
  const reveal = useFetcher<{ secret?: string }>();
  const secret = reveal.data?.secret;
  if (!hasSecret) return <BringSecret />;
  return (
    <div className="grid gap-2">
      {secret ? (
        <CopyField label={t("new.secret")} value={secret} help={t("new.secretHint")} />
      ) : (
        <div className="grid gap-1.5">
          <p className="text-sm font-medium text-ink">{t("new.secret")}</p>
          <reveal.Form
            method="post"
            className="flex h-10 items-center justify-between gap-3 rounded-control border border-control bg-sunken p-1 pl-3"
          >
            <input type="hidden" name="intent" value="reveal-secret" />
            <span aria-hidden="true" className="font-mono text-sm tracking-widest text-faint">
              ••••••••••••
            </span>
            <Button type="submit" size="small" isLoading={reveal.state !== "idle"}>
              <Eye aria-hidden="true" />
              {t("secret.reveal")}
            </Button>
          </reveal.Form>
          <p className="text-sm text-muted">{t("secret.revealHelp")}</p>
        </div>
      )}
      <div>
        <RotateDialog isSecretBrought={isSecretBrought} overlapDays={overlapDays} />
      </div>
    </div>
  );
}

/** For platforms that make their own: the place to paste it. */
function BringSecret() {
  const { t } = useTranslation("connections");
  const [form, fields] = useActionForm<{ intent: string; secret: string; oldSecret: string }>({
    id: "bring-secret",
  });
  return (
    <ActionForm form={form} className="gap-3!">
      <input type="hidden" name="intent" value="rotate-secret" />
      <input type="hidden" name="oldSecret" value="end" />
      <FormField
        field={fields.secret}
        label={t("new.secretFromShop")}
        help={t("secret.missing")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton className="justify-self-start">{t("new.saveSecret")}</SubmitButton>
    </ActionForm>
  );
}
