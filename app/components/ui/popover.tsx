import { Popover as RadixPopover } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Popover = RadixPopover.Root;
export const PopoverTrigger = RadixPopover.Trigger;

type PopoverContentProps = ComponentProps<typeof RadixPopover.Content> & {
  /** What it is for, to those who hear it open. */
  "aria-label": string;
};

/** A small form beside what opened it; the page stays as it is. Escape and a press outside close it. */
export function PopoverContent({ className, ...rest }: PopoverContentProps) {
  return (
    <RadixPopover.Portal>
      <RadixPopover.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        {...rest}
        className={cn(
          "z-50 max-h-(--radix-popover-content-available-height) w-72 overflow-y-auto rounded-card bg-raised p-4 text-left text-base text-ink shadow-float outline-none data-[state=open]:animate-enter",
          className,
        )}
      />
    </RadixPopover.Portal>
  );
}
