import { Command } from "cmdk";
import type { ReactNode } from "react";
import { cn } from "../ui/cn";

/** Things of one kind in the palette. */
export function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint"
    >
      {children}
    </Command.Group>
  );
}

/** One thing that the palette offers. */
export function Item({
  value,
  onSelect,
  children,
}: {
  value: string;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className={cn(
        "flex h-10 cursor-default items-center gap-3 rounded-control px-2.5 text-ink touch:h-12",
        "data-[selected=true]:bg-brand-surface",
      )}
    >
      {children}
    </Command.Item>
  );
}
