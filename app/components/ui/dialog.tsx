import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { cn } from "./cn";
import { focusDialog, keepAroundList, leaveDialog } from "./focus-dialog";

export const DialogClose = RadixDialog.Close;

export const scrimStyles = "fixed inset-0 z-40 bg-scrim data-[state=open]:animate-enter";

type DialogProps = {
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** The element that opens it, when the dialog opens itself. */
  trigger?: ReactNode;
  title: ReactNode;
  /** One or two sentences; also read out. */
  description?: ReactNode;
  /** The buttons, the main one last. */
  footer?: ReactNode;
  size?: "small" | "medium" | "large";
  className?: string;
  children?: ReactNode;
};

const SIZES = { small: "sm:max-w-sm", medium: "sm:max-w-lg", large: "sm:max-w-3xl" };

/** A question or a short task over the page. On phones it rises from the bottom edge. */
export function Dialog(props: DialogProps) {
  const { t } = useTranslation("common");
  const {
    isOpen,
    onOpenChange,
    trigger,
    title,
    description,
    footer,
    size = "medium",
    className,
    children,
  } = props;
  return (
    <RadixDialog.Root
      open={isOpen}
      onOpenChange={(next) => {
        leaveDialog(next);
        onOpenChange?.(next);
      }}
    >
      {trigger && <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger>}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimStyles} />
        <RadixDialog.Content
          onOpenAutoFocus={focusDialog}
          onEscapeKeyDown={keepAroundList}
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] flex-col rounded-t-card bg-raised shadow-float outline-none data-[state=open]:animate-rise",
            "sm:inset-x-4 sm:top-[12vh] sm:bottom-auto sm:mx-auto sm:max-h-[76vh] sm:rounded-card",
            SIZES[size],
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div className="grid gap-1 pt-1">
              <RadixDialog.Title className="text-lg font-medium text-ink">{title}</RadixDialog.Title>
              {description && (
                <RadixDialog.Description className="text-base text-muted">
                  {description}
                </RadixDialog.Description>
              )}
            </div>
            <RadixDialog.Close asChild>
              <Button variant="ghost" size="icon" aria-label={t("actions.close")} className="-mr-2">
                <X aria-hidden="true" />
              </Button>
            </RadixDialog.Close>
          </div>
          {children && <div className="min-h-0 overflow-y-auto px-5 pb-5">{children}</div>}
          {footer && (
            <div className="flex flex-col-reverse gap-2 border-t border-line px-5 py-3.5 max-sm:[&>*]:w-full sm:flex-row sm:justify-end">
              {footer}
            </div>
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
