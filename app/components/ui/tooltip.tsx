import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { cn } from "./cn";

type TooltipProps = {
  /** The hint. Nothing that is needed may live only here. */
  label: ReactNode;
  side?: "top" | "bottom";
  /** The edge of the child that the hint keeps. */
  align?: "start" | "end";
  /** Gets the id that its focusable element names in `aria-describedby`. */
  children: (id: string) => ReactNode;
};

/**
 * A hint on hover and focus that Escape closes and the pointer may enter. Plain CSS
 * places it: a positioning library would cost the first page more than all its own code.
 */
export function Tooltip({ label, side = "top", align = "start", children }: TooltipProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const closeOnEscape = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches its focusable child
    <span
      className="relative inline-flex"
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={closeOnEscape}
    >
      {children(id)}
      <span
        role="tooltip"
        id={id}
        className={cn(
          "absolute z-30 w-max max-w-64 rounded-control bg-ink px-2.5 py-1.5 text-left text-sm font-normal whitespace-normal text-canvas shadow-float",
          side === "top" ? "bottom-full mb-1.5" : "top-full mt-1.5",
          align === "start" ? "left-0" : "right-0",
          isOpen ? "animate-enter" : "hidden",
        )}
      >
        {label}
      </span>
    </span>
  );
}
