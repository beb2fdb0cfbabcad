import { cva } from "class-variance-authority";

/** The box of everything that is typed into or chosen from. 16 px on phones, or iOS zooms the page. */
export const controlStyles = cva(
  [
    "w-full min-w-0 rounded-control border border-control bg-surface text-ink transition-colors",
    "text-lg sm:text-base",
    "hover:border-muted focus-visible:border-focus focus-visible:outline-offset-0",
    "aria-invalid:border-danger aria-invalid:focus-visible:outline-danger",
    "disabled:bg-sunken disabled:text-faint [&[readonly]]:bg-sunken",
  ],
  {
    variants: {
      size: { small: "h-10 px-2.5 sm:h-8", medium: "h-11 px-3 sm:h-9", area: "min-h-24 px-3 py-2" },
    },
    defaultVariants: { size: "medium" },
  },
);
