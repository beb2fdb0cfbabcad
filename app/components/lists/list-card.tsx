import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../ui/card";
import { SkeletonRows } from "../ui/skeleton";
import { useRowKeys } from "../ui/use-row-keys";
import { useListWait } from "./use-list-wait";

type ListCardProps = {
  /** How many rows the page has. */
  rows: number;
  /** Stands in for a page without rows. */
  empty: ReactNode;
  /** The pages' links, below. */
  footer?: ReactNode;
  children: ReactNode;
};

/** A list's card: its rows, skeletons while others are on their way, or what an empty list says. */
export function ListCard({ rows, empty, footer, children }: ListCardProps) {
  const { t } = useTranslation("common");
  const isWaiting = useListWait();
  useRowKeys();
  if (isWaiting) {
    return (
      <Card>
        <SkeletonRows rows={Math.max(rows, 3)} label={t("loadingRows")} />
      </Card>
    );
  }
  return (
    <Card>
      {rows > 0 ? children : empty}
      {footer}
    </Card>
  );
}
