import { useFetcher } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListedField } from "~/domain/fields/fields-queries.server";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { ArchiveFieldDialog } from "./archive-field-dialog";
import { FieldDialog } from "./field-dialog";

/** The custom fields in their order, with what can be done to each. */
export function FieldList({ fields, currency }: { fields: ListedField[]; currency: string }) {
  return (
    <ul className="divide-y divide-line">
      {fields.map((field, place) => (
        <li
          key={field.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5"
        >
          <FieldWords field={field} />
          <span className="flex items-center max-sm:-ml-2.5 sm:-mr-2.5">
            <MoveButton field={field} by={-1} isDisabled={place === 0} />
            <MoveButton field={field} by={1} isDisabled={place === fields.length - 1} />
            <FieldDialog field={field} currency={currency} />
            {field.archivedAt ? <ReopenButton field={field} /> : <ArchiveFieldDialog field={field} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

function FieldWords({ field }: { field: ListedField }) {
  const { t } = useTranslation("fields");
  return (
    <span className="min-w-0">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className={field.archivedAt ? "text-muted" : "font-medium text-ink"}>{field.name}</span>
        {field.archivedAt && <Badge tone="neutral">{t("archived")}</Badge>}
        {field.isRequired && <Badge tone="info">{t("isRequired")}</Badge>}
      </span>
      <span className="text-sm text-muted">
        {t(`types.${field.type}`)} · <span className="font-mono">{field.key}</span>
      </span>
    </span>
  );
}

function MoveButton({ field, by, isDisabled }: { field: ListedField; by: -1 | 1; isDisabled: boolean }) {
  const { t } = useTranslation("fields");
  const fetcher = useFetcher();
  const Icon = by === 1 ? ArrowDown : ArrowUp;
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="id" value={field.id} />
      <input type="hidden" name="by" value={by} />
      <Button
        type="submit"
        name="intent"
        value="move"
        variant="ghost"
        size="icon-small"
        disabled={isDisabled}
        aria-label={t(by === 1 ? "down" : "up", { name: field.name })}
      >
        <Icon aria-hidden="true" />
      </Button>
    </fetcher.Form>
  );
}

function ReopenButton({ field }: { field: ListedField }) {
  const { t } = useTranslation("fields");
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="id" value={field.id} />
      <Button type="submit" name="intent" value="reopen" variant="ghost" size="small">
        {t("reopen")}
      </Button>
    </fetcher.Form>
  );
}
