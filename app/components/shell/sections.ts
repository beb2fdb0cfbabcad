import { House, type LucideIcon, Package, Plug, Repeat, Settings, ShoppingBag, Users } from "lucide-react";

export const SECTION_KEYS = [
  "dashboard",
  "customers",
  "orders",
  "products",
  "subscriptions",
  "connections",
  "settings",
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

type Section = {
  icon: LucideIcon;
  /** Below `/o/:slug`; empty for the dashboard. */
  path: string;
  /** The letter after G. */
  letter: string;
};

export const SECTIONS: Record<SectionKey, Section> = {
  dashboard: { icon: House, path: "", letter: "d" },
  customers: { icon: Users, path: "/customers", letter: "c" },
  orders: { icon: ShoppingBag, path: "/orders", letter: "o" },
  products: { icon: Package, path: "/products", letter: "p" },
  subscriptions: { icon: Repeat, path: "/subscriptions", letter: "b" },
  connections: { icon: Plug, path: "/connections", letter: "n" },
  settings: { icon: Settings, path: "/settings", letter: "s" },
};

export function sectionHref(slug: string, key: SectionKey): string {
  return `/o/${slug}${SECTIONS[key].path}`;
}
