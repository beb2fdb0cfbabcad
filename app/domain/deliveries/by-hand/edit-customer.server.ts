import type { OrgContext } from "~/domain/context";
import { type CustomerForm, customerFormSchema } from "~/domain/customers/customer-form.schema";
import type { EditCustomer } from "~/domain/customers/edit-customer.schema";
import { recordConsent } from "~/domain/customers/record-consent.server";
import { setCustomerField } from "~/domain/fields/set-customer-field.server";
import { tagCustomer } from "~/domain/tags/tag-customer.server";
import { untagCustomer } from "~/domain/tags/untag-customer.server";
import { AppError } from "~/lib/app-error";
import { normalizePhone } from "~/lib/phone";
import { correctCustomer } from "./correct-customer.server";
import { releaseFact } from "./release-fact.server";
import type { Taken } from "./taken-contact";

/** Does one thing that is done to a customer by hand; answers what stood in its way, if anything did. */
export async function editCustomer(
  ctx: OrgContext,
  { customerId, edit }: { customerId: string; edit: EditCustomer },
): Promise<Taken | null> {
  switch (edit.intent) {
    case "correct":
    case "set-fact": {
      const form = edit.intent === "correct" ? edit : oneFact(edit);
      const corrected = await correctCustomer(ctx, { customerId, form });
      return corrected.isCorrected ? null : corrected.taken;
    }
    case "release":
      await releaseFact(ctx, { customerId, field: edit.field });
      return null;
    case "set-field": {
      const set = await setCustomerField(ctx, { customerId, ...edit });
      return set.isSet ? null : { field: "custom", fieldId: edit.fieldId, ...set.taken };
    }
    case "tag":
      await tagCustomer(ctx, { customerId, name: edit.name });
      return null;
    case "untag":
      await untagCustomer(ctx, { customerId, tagId: edit.tagId });
      return null;
    case "consent":
      await recordConsent(ctx, { customerId, ...edit });
      return null;
  }
}

function oneFact({ field, value }: Extract<EditCustomer, { intent: "set-fact" }>): Partial<CustomerForm> {
  const read = customerFormSchema.shape[field].safeParse(value);
  if (!read.success) throw new AppError("invalid", read.error.issues[0]?.message ?? "errors:form.invalid");
  const isPhone = field !== "phone" || read.data === "" || normalizePhone(read.data) !== null;
  if (!isPhone) throw new AppError("invalid", "errors:form.phone");
  return { [field]: read.data };
}
