import { useTranslation } from "react-i18next";
import { WIRE_FACTS, type WireFacts } from "~/connectors/wire-facts";
import { Badge } from "../ui/badge";

const TONES = { documented: "good", observed: "info", assumed: "warn" } as const;

/** What of a platform's format is documented and what we assume; nothing where all of it is documented. */
export function WireCertainty({ label, facts }: { label: string; facts: WireFacts }) {
  const { t } = useTranslation("connections");
  if (WIRE_FACTS.every((fact) => facts[fact] === "documented")) return null;
  return (
    <section className="grid gap-2 rounded-card border border-line p-4">
      <h3 className="text-sm font-medium text-ink">{t("facts.title")}</h3>
      <p className="text-sm text-pretty text-muted">{t("facts.lead", { platform: label })}</p>
      <dl className="grid gap-1.5 text-sm">
        {WIRE_FACTS.map((fact) => (
          <div key={fact} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <dt className="text-muted">{t(`facts.names.${fact}`)}</dt>
            <dd>
              <Badge tone={TONES[facts[fact]]}>{t(`facts.certainty.${facts[fact]}`)}</Badge>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
