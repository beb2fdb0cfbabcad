import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Setup } from "~/domain/connections/get-setup.server";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { Banner } from "../ui/banner";
import { CopyField } from "../ui/copy-field";
import { RevealRow } from "./reveal-row";
import { RotateDialog } from "./rotate-dialog";

type SecretPanelProps = { hasSecret: boolean; setup: Setup };

/** The secret, shown on request only. */
export function SecretPanel({ hasSecret, setup }: SecretPanelProps) {
  const { t } = useTranslation("connections");
  const reveal = useFetcher<{ secret?: string }>();
  const secret = reveal.data?.secret;
  if (!hasSecret) return <BringSecret setup={setup} />;
  return (
    <div className="grid gap-2">
      {secret ? (
        <CopyField label={t("new.secret")} value={secret} help={t("new.secretHint")} />
      ) : (
        <RevealRow label={t("new.secret")} fetcher={reveal} />
      )}
      <div>
        <RotateDialog secretOrigin={setup.secretOrigin} overlapDays={setup.overlapDays} />
      </div>
    </div>
  );
}

/** For platforms that make their own: the place to paste it. */
function BringSecret({ setup: { label, proof, guide } }: { setup: Setup }) {
  const { t } = useTranslation("connections");
  const [form, fields] = useActionForm<{ intent: string; secret: string; oldSecret: string }>({
    id: "bring-secret",
  });
  return (
    <ActionForm form={form} className="gap-3!">
      {proof === "optional_signature" && <Banner>{t("secret.unsigned", { platform: label })}</Banner>}
      <input type="hidden" name="intent" value="rotate-secret" />
      <input type="hidden" name="oldSecret" value="end" />
      <FormField
        field={fields.secret}
        label={t("new.secretFromShop")}
        help={guide.secretHelp}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton className="justify-self-start">{t("new.saveSecret")}</SubmitButton>
    </ActionForm>
  );
}
