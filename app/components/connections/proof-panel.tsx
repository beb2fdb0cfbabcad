import { useTranslation } from "react-i18next";
import type { ProofSettings } from "~/connectors/generic/proof-settings";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ProofFields, type ProofForm, proofDefaults } from "./proof-fields";

const KEY = "change-proof";

/** How deliveries prove themselves now, and the way to another proof. */
export function ProofPanel({ proof }: { proof: ProofSettings }) {
  const { t } = useTranslation("proof");
  return (
    <section className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line p-4">
      <div className="min-w-0 flex-[1_1_16rem]">
        <h3 className="text-sm font-medium text-ink">{t("title")}</h3>
        <p className="text-sm text-pretty break-words text-muted">{useProofWords(proof)}</p>
      </div>
      <ChangeDialog proof={proof} />
    </section>
  );
}

function useProofWords(proof: ProofSettings): string {
  const { t } = useTranslation("proof");
  if (proof.kind === "token") return t("facts.token", { header: proof.header });
  if (proof.kind === "basic") return t("facts.basic", { username: proof.username });
  if (proof.kind !== "hmac") return t(`facts.${proof.kind}`);
  return t("facts.hmac", {
    header: proof.header,
    prefix: proof.prefix === "" ? "" : `${proof.prefix} + `,
    algorithm: proof.algorithm.toUpperCase(),
    signed: t(`signedWords.${proof.signed}`),
    encoding: t(`encodings.${proof.encoding}`),
  });
}

function ChangeDialog({ proof }: { proof: ProofSettings }) {
  const { t } = useTranslation("proof");
  const dialog = useDialogForm(KEY);
  const [form, fields] = useActionForm<{ intent: string; proof: ProofForm; secret?: string }>({
    id: KEY,
    defaultValue: { proof: proofDefaults(proof) },
    lastResult: dialog.lastResult,
  });
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={<Button size="small">{t("change")}</Button>}
      title={t("change")}
      description={t("changeHint")}
    >
      <ActionForm form={form} navigate={false} fetcherKey={KEY}>
        <input type="hidden" name="intent" value="change-proof" />
        <ProofFields field={fields.proof} />
        <FormField
          field={fields.secret}
          label={t("secret")}
          help={t("secretKept")}
          isOptional
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <SubmitButton isPending={dialog.isPending} isBlock>
          {t("change")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
