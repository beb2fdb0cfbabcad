import { Form } from "@remix-run/react";
import { CalendarDays } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type DeliveryFilters, writeLogQuery } from "~/domain/deliveries/delivery-filters";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "../../ui/popover";
import { TextLink } from "../../ui/text-link";

/** Narrows the log to days of the organization's calendar. */
export function DayRange({ filters }: { filters: DeliveryFilters }) {
  const { t } = useTranslation("deliveries");
  const { from, to, ...kept } = filters;
  const chosen = [from, to].map((day) => day ?? "…").join(" – ");
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button size="small" className="rounded-full!">
          <CalendarDays aria-hidden="true" />
          {from || to ? chosen : t("days.label")}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t("days.label")}>
        <Form method="get" className="grid gap-3">
          {Object.entries(kept).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <Field id="log-from" label={t("days.from")}>
            {(control) => <Input {...control} type="date" name="from" defaultValue={from ?? ""} />}
          </Field>
          <Field id="log-to" label={t("days.to")}>
            {(control) => <Input {...control} type="date" name="to" defaultValue={to ?? ""} />}
          </Field>
          <span className="flex items-center justify-between gap-3">
            <Button type="submit" variant="primary" size="small">
              {t("days.show")}
            </Button>
            {(from || to) && (
              <TextLink to={writeLogQuery(filters, { from: null, to: null })}>{t("days.clear")}</TextLink>
            )}
          </span>
        </Form>
      </PopoverContent>
    </Popover>
  );
}
