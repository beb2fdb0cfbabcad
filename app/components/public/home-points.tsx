import { Gauge, type LucideIcon, ReceiptText, ShieldCheck, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";

const POINTS: { key: "live" | "one" | "exact" | "yours"; icon: LucideIcon }[] = [
  { key: "live", icon: Gauge },
  { key: "one", icon: UserRound },
  { key: "exact", icon: ReceiptText },
  { key: "yours", icon: ShieldCheck },
];

/** What the product gives, in four short paragraphs. */
export function HomePoints() {
  const { t } = useTranslation("public");
  return (
    <ul className="grid gap-x-12 gap-y-10 sm:grid-cols-2">
      {POINTS.map(({ key, icon: Icon }) => (
        <li key={key} className="grid grid-cols-[1.5rem_1fr] gap-x-4">
          <Icon aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-5 text-brand-text" />
          <div>
            <h2 className="mb-1 text-lg font-medium text-ink">{t(`home.points.${key}.title`)}</h2>
            <p className="text-lg text-pretty text-muted">{t(`home.points.${key}.body`)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
