import { Tooltip as RadixTooltip } from "radix-ui";
import type { ReactNode } from "react";

/** Goes once around the app, so that a second tooltip opens at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <RadixTooltip.Provider delayDuration={350}>{children}</RadixTooltip.Provider>;
}

type TooltipProps = { label: ReactNode; side?: "top" | "right" | "bottom" | "left"; children: ReactNode };

/** A hint on hover and focus. The child must be focusable; nothing needed may live only here. */
export function Tooltip({ label, side = "top", children }: TooltipProps) {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 max-w-72 animate-enter rounded-control bg-ink px-2.5 py-1.5 text-sm text-pretty text-canvas shadow-float"
        >
          {label}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  );
}
