import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { MANUAL } from "~/domain/connections/manual-platform";
import type { ProductView } from "~/domain/products/get-product.server";
import type { ProductEditInput } from "~/domain/products/product-form.schema";
import { decimalOf } from "~/lib/money";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
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
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button>
          <Pencil aria-hidden="true" />
          {t("correct")}
        </Button>
      }
      title={t("correctProductTitle")}
      description={t(product.platform === MANUAL ? "correctOwnHelp" : "correctHelp")}
    >
      <ActionForm form={form} navigate={false} fetcherKey={KEY}>
        <input type="hidden" name="intent" value="correct" />
        <ProductFields fields={fields} />
        <SubmitButton isPending={dialog.isPending} isBlock>
          {t("save")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
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
