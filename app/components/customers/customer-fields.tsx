import { CircleAlert, Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerField } from "~/domain/fields/fields-queries.server";
import { useFormat } from "~/i18n/use-format";
import { isWebAddress } from "~/lib/is-web-address";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { CustomerFieldForm } from "./customer-field-form";

type CustomerFieldsProps = { base: string; customerTo: string; fields: CustomerField[]; mayEdit: boolean };

/** A customer's custom fields; each is changed where it stands. */
export function CustomerFields({ base, customerTo, fields, mayEdit }: CustomerFieldsProps) {
  const { t } = useTranslation("fields");
  if (fields.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("onCustomer")} />
      <CardBody>
        <ul className="divide-y divide-line">
          {fields.map((field) => (
            <CustomField key={field.id} base={base} customerTo={customerTo} field={field} mayEdit={mayEdit} />
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

type CustomFieldProps = Omit<CustomerFieldsProps, "fields"> & { field: CustomerField };

function CustomField({ base, customerTo, field, mayEdit }: CustomFieldProps) {
  const { t } = useTranslation("fields");
  const [isEdited, setEdited] = useState(false);
  if (isEdited) {
    return (
      <li className="py-2.5">
        <CustomerFieldForm
          base={base}
          customerTo={customerTo}
          field={field}
          onClose={() => setEdited(false)}
        />
      </li>
    );
  }
  return (
    <li className="flex min-h-10 items-center justify-between gap-4 py-1.5">
      <span className="max-w-1/2 shrink-0 break-words text-muted">{field.name}</span>
      <span className="flex min-w-0 items-center gap-1 text-right break-words text-ink">
        <FieldWords field={field} />
        {mayEdit && (
          <Button
            variant="ghost"
            size="icon-small"
            className="-mr-2"
            aria-label={t("editNamed", { name: field.name })}
            onClick={() => setEdited(true)}
          >
            <Pencil aria-hidden="true" />
          </Button>
        )}
      </span>
    </li>
  );
}

function FieldWords({ field }: { field: CustomerField }) {
  const { t } = useTranslation("fields");
  const format = useFormat();
  const { value, text } = field;
  if (!value && field.isRequired) {
    return (
      <Badge tone="warn" icon={CircleAlert}>
        {t("stillNeeded")}
      </Badge>
    );
  }
  if (!value) return <span className="text-faint">{t("notSet")}</span>;
  if (value.type === "money") return <>{format.money(value.minor, value.currency)}</>;
  if (value.type === "date") return <>{format.date(`${value.date}T12:00:00Z`)}</>;
  if (value.type === "yes_no") return <>{t(value.isYes ? "yes" : "no")}</>;
  if (value.type !== "url" || !isWebAddress(value.url)) {
    return <span className="min-w-0">{text.replaceAll("; ", ", ")}</span>;
  }
  return (
    <a
      href={value.url}
      target="_blank"
      rel="noreferrer noopener"
      className="min-w-0 truncate text-brand-text underline underline-offset-3"
    >
      {value.url.replace(/^https?:\/\//, "")}
    </a>
  );
}
