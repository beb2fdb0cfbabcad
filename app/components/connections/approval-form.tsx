import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OneClick } from "~/domain/connections/shop-api/one-click";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { CopyField } from "../ui/copy-field";

const KEY = "approval";

type Input = { intent: string; shopAddress?: string; clientId?: string; clientSecret?: string };
type ApprovalFormProps = { oneClick: OneClick; label: string; known: string | null };

/** The button that leads to the shop, with what must be known before. */
export function ApprovalForm({ oneClick, label, known }: ApprovalFormProps) {
  const { t } = useTranslation("shopAccess");
  const { state, data } = useFetcher<SubmissionResult<string[]>>({ key: KEY });
  const [form, fields] = useActionForm<Input>({ id: KEY, lastResult: data ?? null });
  const plain = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
  return (
    <ActionForm form={form} action="connect" navigate={false} fetcherKey={KEY}>
      <input type="hidden" name="intent" value="begin" />
      {oneClick.kind === "shopify" && <AppToMake oneClick={oneClick} />}
      {!known && (
        <FormField
          field={fields.shopAddress}
          label={t("address")}
          help={t("addressHelp")}
          inputMode="url"
          {...plain}
        />
      )}
      {oneClick.kind === "shopify" && (
        <>
          <FormField field={fields.clientId} label={t("app.clientId")} {...plain} />
          <FormField field={fields.clientSecret} label={t("app.clientSecret")} {...plain} />
        </>
      )}
      <div className="grid justify-items-start gap-2">
        <SubmitButton isPending={state !== "idle"}>{t("oneClick.begin", { platform: label })}</SubmitButton>
        <p className="text-sm text-muted">{t("oneClick.leaves")}</p>
      </div>
    </ActionForm>
  );
}

/** Shopify knows us only as an app that the seller makes. */
function AppToMake({ oneClick }: { oneClick: Extract<OneClick, { kind: "shopify" }> }) {
  const { t } = useTranslation("shopAccess");
  return (
    <div className="grid gap-3">
      <div className="grid gap-1">
        <h3 className="text-base font-medium text-ink">{t("app.title")}</h3>
        <p className="text-base text-pretty text-muted">{t("app.steps")}</p>
      </div>
      <CopyField label={t("app.redirectUrl")} value={oneClick.callbackUrl} />
      <CopyField label={t("app.scopes")} value={oneClick.scopes.join(",")} />
    </div>
  );
}
