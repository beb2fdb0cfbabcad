import { useTranslation } from "react-i18next";
import type { ProductCreateInput } from "~/domain/products/product-form.schema";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { ProductFields } from "./product-fields";

/** A product as a person enters it. */
export function NewProductForm({ currency }: { currency: string }) {
  const { t } = useTranslation("productPage");
  const [form, fields] = useActionForm<ProductCreateInput>({
    id: "new-product",
    defaultValue: { currency, status: "active", stock: "unknown" },
  });
  return (
    <ActionForm form={form}>
      <ProductFields fields={fields} />
      <SubmitButton isBlock>{t("new.save")}</SubmitButton>
    </ActionForm>
  );
}
