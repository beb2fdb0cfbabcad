import type { FormMetadata } from "@conform-to/react";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ActionForm } from "./action-form";
import { SubmitButton } from "./submit-button";
import type { useDialogForm } from "./use-dialog-form";

type DialogFormProps<Input extends Record<string, unknown>> = {
  /** Its id is the key of `dialog`, too. */
  form: FormMetadata<Input, string[]>;
  dialog: ReturnType<typeof useDialogForm>;
  intent: string;
  /** On the button that opens it. */
  label: string;
  labelSize?: ButtonProps["size"];
  title: string;
  description?: string;
  save: string;
  size?: "small" | "medium" | "large";
  className?: string;
  children: ReactNode;
};

/** A pencil button and the form behind it, in a dialog that stays open while something is wrong. */
export function DialogForm<Input extends Record<string, unknown>>(props: DialogFormProps<Input>) {
  const { form, dialog, intent, label, labelSize, save, className, children, ...rest } = props;
  return (
    <Dialog
      {...rest}
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button {...(labelSize && { size: labelSize })}>
          <Pencil aria-hidden="true" />
          {label}
        </Button>
      }
    >
      <ActionForm form={form} navigate={false} fetcherKey={form.id} className={className}>
        <input type="hidden" name="intent" value={intent} />
        {children}
        <SubmitButton isPending={dialog.isPending} isBlock>
          {save}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
