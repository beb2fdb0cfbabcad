import { Check, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/**
 * The parts of a menu: `<Menu><MenuTrigger asChild>…</MenuTrigger><MenuContent><MenuItem/>…`.
 * The page behind stays as it is: neither hidden from readers nor locked against scrolling.
 */
export function Menu(props: ComponentProps<typeof DropdownMenu.Root>) {
  return <DropdownMenu.Root modal={false} {...props} />;
}

export const MenuTrigger = DropdownMenu.Trigger;
export const MenuRadioGroup = DropdownMenu.RadioGroup;

const menuSurface =
  "z-50 min-w-48 rounded-card bg-raised p-1 text-base text-ink shadow-float data-[state=open]:animate-enter";

export function MenuContent({ className, ...rest }: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        sideOffset={6}
        collisionPadding={8}
        {...rest}
        className={cn(
          menuSurface,
          "max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto",
          className,
        )}
      />
    </DropdownMenu.Portal>
  );
}

const itemStyles =
  "flex min-h-9 cursor-default items-center gap-2.5 rounded-control px-2.5 outline-none select-none touch:min-h-11 data-[highlighted]:bg-hover data-[disabled]:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";

type MenuItemProps = ComponentProps<typeof DropdownMenu.Item> & {
  icon?: LucideIcon;
  tone?: "danger";
  /** A key, an explanation: right-aligned and quiet. */
  hint?: ReactNode;
};

export function MenuItem({ icon: Icon, tone, hint, className, children, asChild, ...rest }: MenuItemProps) {
  const classes = cn(itemStyles, tone === "danger" && "text-bad-text", className);
  if (asChild) {
    return (
      <DropdownMenu.Item {...rest} asChild className={classes}>
        {children}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item {...rest} className={classes}>
      {Icon && <Icon aria-hidden="true" className={tone === "danger" ? undefined : "text-muted"} />}
      <span className="flex-1">{children}</span>
      {hint && <span className="text-sm text-faint">{hint}</span>}
    </DropdownMenu.Item>
  );
}

type MenuRadioItemProps = ComponentProps<typeof DropdownMenu.RadioItem> & { icon?: LucideIcon };

export function MenuRadioItem({ icon: Icon, className, children, ...rest }: MenuRadioItemProps) {
  return (
    <DropdownMenu.RadioItem {...rest} className={cn(itemStyles, className)}>
      {Icon && <Icon aria-hidden="true" className="text-muted" />}
      <span className="flex-1">{children}</span>
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden="true" className="text-brand-text" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}

export function MenuLabel({ className, ...rest }: ComponentProps<typeof DropdownMenu.Label>) {
  return (
    <DropdownMenu.Label
      {...rest}
      className={cn("px-2.5 pt-2 pb-1 text-xs font-medium text-faint", className)}
    />
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}
