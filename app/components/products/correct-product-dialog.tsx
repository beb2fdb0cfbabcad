import { useTranslation } from "react-i18next";
import { MANUAL } from "~/domain/connections/manual-platform";
import type { ProductView } from "~/domain/products/get-product.server";
import type { ProductEditInput } from "~/domain/products/product-form.schema";
import { decimalOf } from "~/lib/money";
import { DialogForm } from "../forms/dialog-form";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { ProductFields } from "./product-fields";

const KEY = "correct-product";

/** A product as it should be, whatever its shop says. */
export function CorrectProductDialog({ product }: { product: ProductView }) {
  const { t } = useTranslation("sales");
  const dialog = useDialogForm(KEY);
  const [form, fields] = useActionForm<ProductEditInput>({
    id: KEY,
    defaultValue: typedProduct(product),
    lastResult: dialog.lastResult,
  });
  return (
    <DialogForm
      form={form}
      dialog={dialog}
      intent="correct"
      label={t("correct")}
      title={t("correctProductTitle")}
      description={t(product.platform === MANUAL ? "correctOwnHelp" : "correctHelp")}
      save={t("save")}
    >
      <ProductFields fields={fields} />
    </DialogForm>
  );
}

function typedProduct({ name, sku, priceMinor, currency, status, stock, stockQuantity }: ProductView) {
  return {
    ...{ name, currency, status, stock },
    sku: sku ?? undefined,
    price: priceMinor === null ? undefined : decimalOf(priceMinor, currency),
    stockQuantity: stockQuantity === null ? undefined : String(stockQuantity),
  };
}
