import { useTranslation } from "react-i18next";
import type { OrderView } from "~/domain/orders/get-order.server";
import type { OrderItemsInput } from "~/domain/orders/order-items.schema";
import { decimalOf } from "~/lib/money";
import { DialogForm } from "../forms/dialog-form";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { ItemLines } from "./item-lines";

const KEY = "change-items";

/** What was bought, for an order that no shop tells of. */
export function ChangeItemsDialog({ order, base }: { order: OrderView; base: string }) {
  const { t } = useTranslation("sales");
  const dialog = useDialogForm(KEY);
  const [form, fields] = useActionForm<OrderItemsInput>({
    id: KEY,
    defaultValue: { currency: order.currency, items: typedItems(order) },
    lastResult: dialog.lastResult,
  });
  return (
    <DialogForm
      form={form}
      dialog={dialog}
      intent="items"
      label={t("changeItems.button")}
      labelSize="small"
      title={t("changeItems.title")}
      description={t("changeItems.help")}
      save={t("save")}
      size="large"
      className="min-h-80 content-start"
    >
      {/* Room for the products that a line suggests. */}
      <input type="hidden" name="currency" value={order.currency} />
      <ItemLines form={form} field={fields.items} base={base} currency={order.currency} />
    </DialogForm>
  );
}

function typedItems({ items, currency }: OrderView) {
  const typed = items.map(({ name, sku, productId, quantity, totalMinor }) => ({
    ...{ name, quantity: String(quantity), total: decimalOf(totalMinor, currency) },
    sku: sku ?? undefined,
    productId: productId ?? undefined,
  }));
  return typed.length > 0 ? typed : [{ quantity: "1" }];
}
