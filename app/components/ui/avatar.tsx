import { initialsOf } from "~/lib/initials-of";
import { cn } from "./cn";

type AvatarProps = { name: string | null; size?: "small" | "medium" | "large"; className?: string };

const SIZES = {
  small: "size-6 text-[0.625rem]",
  medium: "size-8 text-xs",
  large: "size-12 text-lg",
};

/** Initials in a ring. Decorative: the name stands beside it. */
export function Avatar({ name, size = "medium", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      data-initials={initialsOf(name)}
      className={cn(
        "inline-grid shrink-0 place-items-center rounded-full border border-line bg-sunken font-medium text-muted",
        "before:content-[attr(data-initials)]",
        SIZES[size],
        className,
      )}
    />
  );
}
