import { cva, type VariantProps } from "class-variance-authority";

/** What a button looks like, whether it is a <button> or a link. One `primary` per page. */
export const buttonStyles = cva(
  [
    "hit inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium",
    "whitespace-nowrap transition-colors select-none",
    "disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-brand text-on-brand hover:bg-brand-hover",
        secondary: "border-line bg-surface text-ink hover:bg-hover dark:bg-raised",
        ghost:
          "border-transparent text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink",
        danger: "border-transparent bg-danger text-on-danger hover:bg-danger-hover",
      },
      size: {
        small: "h-7 px-2.5 text-sm",
        medium: "h-9 px-3.5 text-base",
        large: "h-11 px-5 text-lg",
        icon: "size-9",
        "icon-small": "size-7",
      },
      isBlock: { true: "w-full" },
    },
    defaultVariants: { variant: "secondary", size: "medium" },
  },
);

export type ButtonStyle = VariantProps<typeof buttonStyles>;
