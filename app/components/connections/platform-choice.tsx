import { Link } from "@remix-run/react";
import { ArrowRight, Store } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card } from "../ui/card";

type PlatformChoiceProps = { platforms: { platform: string; label: string }[] };

/** The first step: which platform the shop is on. */
export function PlatformChoice({ platforms }: PlatformChoiceProps) {
  const { t } = useTranslation("connections");
  return (
    <section aria-labelledby="choose-title">
      <h2 id="choose-title" className="mb-3 text-lg font-medium text-ink">
        {t("new.choose")}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {platforms.map(({ platform, label }) => (
          <li key={platform}>
            <Card className="relative flex items-center gap-4 p-5 transition-colors hover:bg-hover">
              <span className="grid size-10 shrink-0 place-items-center rounded-full border border-line bg-sunken text-muted">
                <Store aria-hidden="true" className="size-5" strokeWidth={1.75} />
              </span>
              <Link
                to={`?platform=${platform}`}
                className="flex-1 rounded-small text-lg font-medium text-ink after:absolute after:inset-0 after:rounded-card"
              >
                {label}
              </Link>
              <ArrowRight aria-hidden="true" className="size-4.5 text-faint" />
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
