import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { GuidePicture } from "~/connectors/setup-guide";

/** The platform's screen as a drawing: where to go, what to fill in, what to press. It does nothing itself. */
export function SetupPicture({ picture }: { picture: GuidePicture }) {
  const { t } = useTranslation("connections");
  const { place, fields, button } = picture;
  return (
    <figure
      aria-label={t("setup.picture", { place: place.join(", ") })}
      className="mt-2 max-w-md overflow-hidden rounded-card border border-line bg-sunken select-none"
    >
      <figcaption className="flex flex-wrap items-center gap-x-1 border-b border-line px-3 py-2 text-xs text-muted">
        {place.map((part, index) => (
          <span key={part} className="inline-flex items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden="true" className="size-3 text-faint" />}
            {part}
          </span>
        ))}
      </figcaption>
      <div className="grid gap-2.5 bg-surface p-3">
        {fields.map((field) => (
          <div key={field.label} className="grid gap-1 sm:grid-cols-[9rem_1fr] sm:items-center sm:gap-3">
            <span className="text-xs text-muted">{field.label}</span>
            {"copy" in field ? (
              <span className="rounded-small border border-dashed border-brand-text px-2 py-1 text-xs font-medium text-brand-text">
                {t(`setup.paste.${field.copy}`)}
              </span>
            ) : (
              <span className="rounded-small border border-line px-2 py-1 text-xs text-ink">
                {field.text}
              </span>
            )}
          </div>
        ))}
        {button && (
          <span className="justify-self-start rounded-small bg-hover px-2.5 py-1 text-xs font-medium text-ink">
            {button}
          </span>
        )}
      </div>
    </figure>
  );
}
