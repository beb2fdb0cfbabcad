import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { HMAC_ALGORITHMS, HMAC_ENCODINGS, PROOF_KINDS, SIGNED_PARTS } from "~/connectors/generic/proof-kinds";
import type { ProofSettings } from "~/connectors/generic/proof-settings";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";

/** The fields of every kind of proof; those of the chosen one are shown. */
export type ProofForm = {
  kind: string;
  header?: string;
  algorithm?: string;
  encoding?: string;
  prefix?: string;
  signed?: string;
  timestampHeader?: string;
  username?: string;
};

type ProofFieldsProps = { field: FieldMetadata<ProofForm, Record<string, unknown>, string[]> };

const PLAIN = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;

/** What a form begins with: the proof that is in force or usual. */
export function proofDefaults(proof: ProofSettings): ProofForm {
  return { algorithm: "sha256", encoding: "hex", signed: "body", ...proof };
}

/** How deliveries prove themselves, where the seller chooses. */
export function ProofFields({ field }: ProofFieldsProps) {
  const { t } = useTranslation("proof");
  const proof = field.getFieldset();
  const kind = proof.kind.value ?? proof.kind.initialValue;
  return (
    <>
      <FormSelect
        field={proof.kind}
        label={t("kind")}
        help={t("kindHelp")}
        options={PROOF_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      {kind === "token" && (
        <FormField field={proof.header} label={t("header")} help={t("tokenHelp")} {...PLAIN} />
      )}
      {kind === "basic" && (
        <FormField field={proof.username} label={t("username")} help={t("usernameHelp")} {...PLAIN} />
      )}
      {kind === "hmac" && <HmacFields field={field} />}
    </>
  );
}

function HmacFields({ field }: ProofFieldsProps) {
  const { t } = useTranslation("proof");
  const proof = field.getFieldset();
  const signed = proof.signed.value ?? proof.signed.initialValue;
  return (
    <>
      <FormField field={proof.header} label={t("header")} placeholder="X-Signature" {...PLAIN} />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormSelect
          field={proof.algorithm}
          label={t("algorithm")}
          options={HMAC_ALGORITHMS.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <FormSelect
          field={proof.encoding}
          label={t("encoding")}
          options={HMAC_ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
        />
      </div>
      <FormField field={proof.prefix} label={t("prefix")} help={t("prefixHelp")} isOptional {...PLAIN} />
      <FormSelect
        field={proof.signed}
        label={t("signed")}
        options={SIGNED_PARTS.map((value) => ({ value, label: t(`signedParts.${value}`) }))}
      />
      {signed === "timestamp_body" && (
        <FormField
          field={proof.timestampHeader}
          label={t("timestampHeader")}
          help={t("timestampHelp")}
          {...PLAIN}
        />
      )}
    </>
  );
}
