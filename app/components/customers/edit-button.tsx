import { Pencil } from "lucide-react";
import { type ComponentProps, forwardRef } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "../ui/cn";

type EditButtonProps = Omit<ComponentProps<"button">, "children" | "value"> & {
  /** What the column is called. */
  label: string;
  /** What it holds, in words. */
  value: string;
  /** Over the beginning, where the value stands at the end. */
  isAtStart?: boolean;
};

/**
 * The pencil over the end of what can be changed in a list, which keeps the cell's whole width; seen where the pointer
 * or the focus is, and without a pointer on rows that are chosen. It wants to stand in something `relative`.
 */
export const EditButton = forwardRef<HTMLButtonElement, EditButtonProps>(function EditButton(
  { label, value, isAtStart = false, ...rest },
  ref,
) {
  const { t } = useTranslation("bulk");
  return (
    <button
      {...rest}
      ref={ref}
      type="button"
      aria-label={t("edit", { label, value })}
      className={cn(
        "absolute top-1/2 z-[1] -translate-y-1/2 rounded-small border border-line bg-surface p-1 text-muted opacity-0",
        "pointer-events-none group-hover/row:pointer-events-auto group-hover/row:opacity-100 hover:text-ink @max-xl:hidden",
        "focus-visible:pointer-events-auto focus-visible:opacity-100 data-[state=open]:opacity-100",
        "[@media(hover:none)]:group-aria-selected/row:pointer-events-auto [@media(hover:none)]:group-aria-selected/row:opacity-100",
        isAtStart ? "left-0" : "right-0",
      )}
    >
      <Pencil aria-hidden="true" className="size-3.5" />
    </button>
  );
});
