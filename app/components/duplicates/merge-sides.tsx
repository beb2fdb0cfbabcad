import { useTranslation } from "react-i18next";
import type { MergeCandidate } from "~/domain/merges/merge-pair-queries.server";
import { useFormat } from "~/i18n/use-format";
import { useCustomerName } from "../customers/customer-name";
import { Spend } from "../customers/spend";
import { Avatar } from "../ui/avatar";
import { DateTime } from "../ui/date-time";
import { TextLink } from "../ui/text-link";

type SideProps = { of: MergeCandidate; label: string; base: string; currency: string };

/** Who stands on one side, with what comes together anyway. */
export function MergeSide({ of, label, base, currency }: SideProps) {
  const { t } = useTranslation("duplicates");
  const format = useFormat();
  const nameOf = useCustomerName();
  const orders = format.number(of.ordersCount);
  return (
    <div className="grid min-w-0 content-start gap-2">
      <p className="text-sm text-muted">{label}</p>
      <p className="flex min-w-0 items-center gap-2.5">
        <Avatar name={of.name} className="max-sm:hidden" />
        <TextLink to={`${base}/${of.id}`} className="truncate font-medium">
          {nameOf(of)}
        </TextLink>
      </p>
      <ul className="grid gap-0.5 text-sm text-muted">
        <li>
          {t("merge.orders", { count: of.ordersCount, n: orders })} ·{" "}
          <Spend spend={of.spend} currency={currency} />
        </li>
        <li>
          {t("merge.since")} <DateTime at={of.firstOrderAt ?? of.createdAt} show="date" />
        </li>
        {of.tags.length > 0 && (
          <li className="truncate">
            {t("merge.tags")}: {of.tags.join(", ")}
          </li>
        )}
        {of.notes > 0 && (
          <li>
            {t("merge.notes")}: {format.number(of.notes)}
          </li>
        )}
      </ul>
    </div>
  );
}
