import { Pencil } from "lucide-react";
import { type ComponentProps, forwardRef } from "react";
import { useTranslation } from "react-i18next";

type EditButtonProps = Omit<ComponentProps<"button">, "children" | "value"> & {
  /** What the column is called. */
  label: string;
  /** What it holds, in words. */
  value: string;
};

/** The pencil beside what can be changed in a list; seen where the pointer or the focus is. */
export const EditButton = forwardRef<HTMLButtonElement, EditButtonProps>(function EditButton(
  { label, value, ...rest },
  ref,
) {
  const { t } = useTranslation("bulk");
  return (
    <button
      {...rest}
      ref={ref}
      type="button"
      aria-label={t("edit", { label, value })}
      className="relative z-[1] shrink-0 rounded-small p-1 text-muted opacity-0 group-hover/row:opacity-100 hover:text-ink focus-visible:opacity-100 data-[state=open]:opacity-100 max-sm:hidden"
    >
      <Pencil aria-hidden="true" className="size-3.5" />
    </button>
  );
});
