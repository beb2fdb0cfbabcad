import { useTranslation } from "react-i18next";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import { leaveOutEvent } from "~/domain/mappings/edit-mapping";
import { seenTexts } from "~/domain/mappings/seen-words";
import { Checkbox } from "../ui/checkbox";

type EventChoicesProps = {
  bodies: readonly unknown[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
};

/** Which of the sender's events are nothing for us; nothing where no field names an event. */
export function EventChoices({ bodies, mapping, onChange }: EventChoicesProps) {
  const { t } = useTranslation("mapping");
  const events = [...new Set([...seenTexts(bodies, mapping.fields.event), ...mapping.ignoredEvents])];
  if (events.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h3 className="text-sm font-medium text-muted">{t("events.title")}</h3>
      <p className="text-sm text-muted">{t("events.lead")}</p>
      {events.map((event) => (
        <Checkbox
          key={event}
          label={t("events.leave", { event })}
          checked={mapping.ignoredEvents.includes(event)}
          onChange={({ target }) => onChange(leaveOutEvent(mapping, event, target.checked))}
        />
      ))}
    </section>
  );
}
