import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { tabListStyles, tabStyles } from "../ui/tab-styles";

type CurrencyTabsProps = { currencies: string[]; shown: string };

/** One tab per currency that was sold in; nothing while there is one. Amounts are never added up. */
export function CurrencyTabs({ currencies, shown }: CurrencyTabsProps) {
  const { t } = useTranslation("dashboard");
  if (currencies.length < 2) return null;
  return (
    <nav aria-label={t("currency")} className={tabListStyles}>
      {currencies.map((currency) => (
        <Link
          key={currency}
          to={`?currency=${currency}`}
          preventScrollReset
          aria-current={currency === shown ? "page" : undefined}
          className={tabStyles}
        >
          {currency}
        </Link>
      ))}
    </nav>
  );
}
