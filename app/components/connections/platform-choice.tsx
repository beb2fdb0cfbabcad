import { Link } from "@remix-run/react";
import { ArrowRight, CreditCard, Store } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PlatformView } from "~/domain/connections/describe-platform";
import { Card } from "../ui/card";

const KINDS = { shop: Store, payments: CreditCard } as const;

/** The first step: which platform the shop is on, or which gateway takes its money. */
export function PlatformChoice({ platforms }: { platforms: PlatformView[] }) {
  return (
    <div className="grid gap-8">
      {(["shop", "payments"] as const).map((kind) => (
        <Group key={kind} kind={kind} platforms={platforms.filter((one) => one.kind === kind)} />
      ))}
    </div>
  );
}

function Group({ kind, platforms }: { kind: keyof typeof KINDS; platforms: PlatformView[] }) {
  const { t } = useTranslation("connections");
  const Icon = KINDS[kind];
  if (platforms.length === 0) return null;
  return (
    <section aria-labelledby={`choose-${kind}`}>
      <h2 id={`choose-${kind}`} className="mb-3 text-lg font-medium text-ink">
        {t(`new.choose.${kind}`)}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {platforms.map(({ platform, label }) => (
          <li key={platform}>
            <Card className="relative flex items-center gap-4 p-4 transition-colors hover:bg-hover">
              <span className="grid size-10 shrink-0 place-items-center rounded-full border border-line bg-sunken text-muted">
                <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
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
