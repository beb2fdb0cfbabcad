import { useTranslation } from "react-i18next";
import type { CustomerView } from "~/domain/customers/get-customer.server";
import { MergeDialog } from "../duplicates/merge-dialog";
import { RecordNavigation } from "../lists/record-navigation";
import { TrashButton } from "../trash/trash-button";
import { LinkButton } from "../ui/link-button";
import { CorrectDialog } from "./correct-dialog";
import { useCustomerName } from "./customer-name";
import { EraseDialog } from "./erase-dialog";

type CustomerActionsProps = {
  /** The organization's address. */
  base: string;
  customer: CustomerView;
  may: Record<"edit" | "enterOrders" | "merge" | "trash" | "erase", boolean>;
};

/** What a role may do with a customer: the daily things first. */
export function CustomerActions({ base, customer, may }: CustomerActionsProps) {
  const { t } = useTranslation("sales");
  const nameOf = useCustomerName();
  const { id } = customer;
  const isTrashed = customer.deletedAt !== null;
  return (
    <span className="flex flex-wrap gap-2">
      <RecordNavigation noun="customers" id={id} base={base} />
      {may.edit && <CorrectDialog base={base} customer={customer} />}
      {may.enterOrders && !isTrashed && (
        <LinkButton to={`${base}/orders/new?customer=${id}`}>{t("newOrder.title")}</LinkButton>
      )}
      {may.merge && !isTrashed && <MergeDialog base={base} customerId={id} />}
      {may.trash && <TrashButton base={base} noun="customer" id={id} isTrashed={isTrashed} />}
      {may.erase && <EraseDialog name={nameOf(customer)} />}
    </span>
  );
}
