import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: {
    theme: {
      radius: ["small", "control", "card"],
      shadow: ["float"],
      "font-weight": ["normal", "medium"],
      animate: ["enter", "rise", "slide", "spin", "pulse"],
    },
  },
});

/** Joins class names; where two set the same property, the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
