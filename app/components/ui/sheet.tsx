import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { cn } from "./cn";
import { scrimStyles } from "./dialog";
import { focusDialog, leaveDialog } from "./focus-dialog";

type SheetProps = {
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A record or a set of choices beside the page: from the right, on phones from below. */
export function Sheet({ isOpen, onOpenChange, trigger, title, footer, className, children }: SheetProps) {
  const { t } = useTranslation("common");
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
          aria-describedby={undefined}
          className={cn(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] flex-col rounded-t-card bg-raised pb-[env(safe-area-inset-bottom)] shadow-float outline-none max-sm:data-[state=open]:animate-rise",
            "sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-120 sm:rounded-none sm:data-[state=open]:animate-slide",
            className,
          )}
        >
          <div className="flex items-center justify-between gap-4 border-b border-line px-5 py-3">
            <RadixDialog.Title className="text-lg font-medium text-ink">{title}</RadixDialog.Title>
            <RadixDialog.Close asChild>
              <Button variant="ghost" size="icon" aria-label={t("actions.close")} className="-mr-2">
                <X aria-hidden="true" />
              </Button>
            </RadixDialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer && <div className="flex justify-end gap-2 border-t border-line px-5 py-3.5">{footer}</div>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
