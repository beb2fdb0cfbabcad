import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names. It does not sort out two that set the same property: give a
 * component's `className` what it lacks (margins, width, place), or mark what must
 * win with `!` (`py-6!`). Merging by rules would cost every page 8 kB.
 */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
