import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";

const KEY = "paste-token";

type Input = { intent: string; shopAddress?: string; token: string };

/** For platforms whose accounts have one token. */
export function PasteToken({ known }: { known: string | null }) {
  const { t } = useTranslation("shopAccess");
  const { state, data } = useFetcher<SubmissionResult<string[]>>({ key: KEY });
  const [form, fields] = useActionForm<Input>({ id: KEY, lastResult: data ?? null });
  const plain = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
  return (
    <ActionForm form={form} action="connect" navigate={false} fetcherKey={KEY}>
      <input type="hidden" name="intent" value="token" />
      {!known && (
        <FormField
          field={fields.shopAddress}
          label={t("address")}
          help={t("token.addressHelp")}
          inputMode="url"
          {...plain}
        />
      )}
      <FormField field={fields.token} label={t("token.token")} help={t("token.help")} {...plain} />
      <SubmitButton className="justify-self-start" isPending={state !== "idle"}>
        {t("token.save")}
      </SubmitButton>
    </ActionForm>
  );
}
