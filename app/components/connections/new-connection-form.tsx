import { useTranslation } from "react-i18next";
import type * as z from "zod";
import type { createConnectionSchema } from "~/domain/connections/connections.schema";
import type { PlatformView } from "~/domain/connections/describe-platform";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { LinkButton } from "../ui/link-button";
import { ProofFields, type ProofForm, proofDefaults } from "./proof-fields";

type Input = Omit<z.input<typeof createConnectionSchema>, "proof"> & { proof: ProofForm };

/** What we need to know before there is an address to give out. */
export function NewConnectionForm({ platform: chosen }: { platform: PlatformView }) {
  const { platform, hasAddress, shopHelp, isSecretBrought, isSecretMadeByUs, secretHelp, usualProof } =
    chosen;
  const { t } = useTranslation(["connections", "common"]);
  const [form, fields] = useActionForm<Input>({
    id: "connect",
    defaultValue: usualProof ? { proof: proofDefaults(usualProof) } : undefined,
  });
  return (
    <ActionForm form={form}>
      <input type="hidden" name="platform" value={platform} />
      <FormField field={fields.name} label={t("new.name")} help={t("new.nameHelp")} autoComplete="off" />
      {hasAddress && (
        <FormField
          field={fields.shopAddress}
          label={t("new.shop")}
          help={shopHelp}
          isOptional
          autoComplete="off"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      {usualProof && <ProofFields field={fields.proof} />}
      {isSecretBrought && (
        <FormField
          field={fields.secret}
          label={t("new.secretFromShop")}
          help={isSecretMadeByUs ? secretHelp : [secretHelp, t("new.secretLater")].filter(Boolean).join(" ")}
          isOptional
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      <div className="flex gap-2">
        <SubmitButton>{t("new.create")}</SubmitButton>
        <LinkButton to="." variant="ghost">
          {t("common:actions.back")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
