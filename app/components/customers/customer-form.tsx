import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListedField } from "~/domain/fields/fields-queries.server";
import { FormValue } from "../fields/form-value";
import { ActionForm } from "../forms/action-form";
import { FormCheckbox } from "../forms/form-checkbox";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { type Taken, TakenContact } from "./taken-contact";

/** What a form about a customer is answered. */
export type CustomerAnswer = SubmissionResult<string[]> & { taken?: Taken | null };

export type CustomerFacts = Record<
  "name" | "email" | "phone" | "company" | "line1" | "line2" | "postcode" | "city" | "state" | "country",
  string
>;

type CustomerFormProps = {
  base: string;
  submitLabel: string;
  answer: CustomerAnswer | null | undefined;
  defaults?: Partial<CustomerFacts>;
  /** The customer that is corrected; none for a new one. */
  customerId?: string;
  /** The custom fields that a new customer must have. */
  required?: readonly ListedField[];
  /** For a fetcher's form. */
  fetcher?: { key: string; action: string; isPending: boolean };
  children?: ReactNode;
};

/** Everything that a person may set on a customer. */
export function CustomerForm(props: CustomerFormProps) {
  const { base, submitLabel, answer, defaults, customerId, required = [], fetcher, children } = props;
  const { t } = useTranslation("customerPage");
  const [form, fields] = useActionForm<CustomerFacts & { isShared: string; custom: Record<string, string> }>({
    id: fetcher?.key ?? "customer",
    defaultValue: { country: "MY", ...defaults, custom: defaultsOf(required) },
    lastResult: answer?.status === "error" ? answer : null,
  });
  const custom = fields.custom.getFieldset();
  const taken = answer?.taken;
  const sent = fetcher && { navigate: false, fetcherKey: fetcher.key, action: fetcher.action };
  return (
    <ActionForm form={form} {...sent}>
      {children}
      {taken && <TakenContact base={base} taken={taken} customerId={customerId} />}
      <FormField field={fields.name} label={t("fields.name")} autoComplete="off" maxLength={200} isOptional />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormField field={fields.phone} label={t("fields.phone")} type="tel" autoComplete="off" isOptional />
        <FormField
          field={fields.email}
          label={t("fields.email")}
          type="email"
          autoComplete="off"
          isOptional
        />
      </div>
      {taken && taken.field !== "custom" && (
        <FormCheckbox field={fields.isShared} label={t("isShared")} isOptional />
      )}
      <FormField field={fields.company} label={t("fields.company")} autoComplete="off" isOptional />
      <FormField field={fields.line1} label={t("fields.line1")} autoComplete="off" isOptional />
      <FormField field={fields.line2} label={t("fields.line2")} autoComplete="off" isOptional />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormField field={fields.postcode} label={t("fields.postcode")} autoComplete="off" isOptional />
        <FormField field={fields.city} label={t("fields.city")} autoComplete="off" isOptional />
        <FormField field={fields.state} label={t("fields.state")} autoComplete="off" isOptional />
        <FormField
          field={fields.country}
          label={t("fields.country")}
          help={t("fields.countryHelp")}
          maxLength={2}
          autoComplete="off"
          isOptional
        />
      </div>
      {required.map((definition) => {
        const field = custom[definition.id];
        return field && <FormValue key={definition.id} field={field} definition={definition} />;
      })}
      <SubmitButton isPending={fetcher?.isPending} isBlock>
        {submitLabel}
      </SubmitButton>
    </ActionForm>
  );
}

function defaultsOf(required: readonly ListedField[]): Record<string, string> {
  return Object.fromEntries(
    required.map(({ id, isUnique, defaultValue }) => [id, isUnique ? "" : (defaultValue ?? "")]),
  );
}
