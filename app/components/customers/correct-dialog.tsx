import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CustomerView } from "~/domain/customers/get-customer.server";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { CustomerForm } from "./customer-form";
import { useEditCustomer } from "./use-edit-customer";

const KEY = "correct-customer";

/** Corrects what is known of a customer; what is set here stands. */
export function CorrectDialog({ base, customer }: { base: string; customer: CustomerView }) {
  const { t } = useTranslation("customerPage");
  const dialog = useDialogForm(KEY);
  const customerTo = `${base}/customers/${customer.id}`;
  const { fetcher, action, isPending } = useEditCustomer(customerTo, KEY);
  const { address } = customer;
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button>
          <Pencil aria-hidden="true" />
          {t("edit")}
        </Button>
      }
      title={t("editTitle")}
      description={t("editLead")}
    >
      <CustomerForm
        base={base}
        customerId={customer.id}
        submitLabel={t("save")}
        answer={dialog.isOpen ? fetcher.data : null}
        fetcher={{ key: KEY, action, isPending }}
        defaults={{
          name: customer.name ?? "",
          email: customer.email ?? "",
          phone: customer.phoneRaw ?? customer.phone ?? "",
          company: customer.company ?? "",
          line1: address?.line1 ?? "",
          line2: address?.line2 ?? "",
          postcode: address?.postcode ?? "",
          city: address?.city ?? "",
          state: address?.state ?? "",
          country: address?.country ?? "",
        }}
      >
        <input type="hidden" name="intent" value="correct" />
      </CustomerForm>
    </Dialog>
  );
}
