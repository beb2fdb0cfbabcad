import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";

const KEY = "paste-keys";

type Input = { intent: string; shopAddress?: string; consumerKey: string; consumerSecret: string };

/** For sellers who have keys already, or whose shop cannot hand them over. */
export function PasteKeys({ known }: { known: string | null }) {
  const { t } = useTranslation("shopAccess");
  const { state, data } = useFetcher<SubmissionResult<string[]>>({ key: KEY });
  const [form, fields] = useActionForm<Input>({ id: KEY, lastResult: data ?? null });
  const plain = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
  return (
    <details className="group">
      <summary className="flex min-h-11 list-none items-center gap-2 text-base font-medium text-ink [&::-webkit-details-marker]:hidden">
        <ChevronDown
          aria-hidden="true"
          className="size-4.5 text-faint transition-transform group-open:rotate-180"
        />
        {t("keys.title")}
      </summary>
      <ActionForm form={form} action="connect" navigate={false} fetcherKey={KEY} className="pt-2">
        <input type="hidden" name="intent" value="paste" />
        <p className="text-base text-pretty text-muted">{t("keys.help")}</p>
        {!known && (
          <FormField
            field={fields.shopAddress}
            label={t("address")}
            help={t("addressHelp")}
            inputMode="url"
            {...plain}
          />
        )}
        <FormField field={fields.consumerKey} label={t("keys.consumerKey")} {...plain} />
        <FormField field={fields.consumerSecret} label={t("keys.consumerSecret")} {...plain} />
        <SubmitButton variant="secondary" className="justify-self-start" isPending={state !== "idle"}>
          {t("keys.save")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
