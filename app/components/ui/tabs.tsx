import { Tabs as RadixTabs } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Panels of one page, for what needs no URL. For tabs with URLs use `TabLinks`. */
export const Tabs = RadixTabs.Root;
export const TabPanel = RadixTabs.Content;

export const tabListStyles = "flex gap-5 overflow-x-auto border-b border-line [scrollbar-width:none]";

export const tabStyles = cn(
  "-mb-px flex h-10 shrink-0 items-center gap-2 border-b-2 border-transparent text-base whitespace-nowrap text-muted transition-colors -outline-offset-2",
  "hover:text-ink data-[state=active]:border-brand data-[state=active]:font-medium data-[state=active]:text-ink",
  "aria-[current=page]:border-brand aria-[current=page]:font-medium aria-[current=page]:text-ink",
);

export function TabList({ className, ...rest }: ComponentProps<typeof RadixTabs.List>) {
  return <RadixTabs.List {...rest} className={cn(tabListStyles, className)} />;
}

export function Tab({ className, ...rest }: ComponentProps<typeof RadixTabs.Trigger>) {
  return <RadixTabs.Trigger {...rest} className={cn(tabStyles, className)} />;
}
