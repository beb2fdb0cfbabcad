import { NavLink } from "@remix-run/react";
import { tabListStyles, tabStyles } from "./tab-styles";

type TabLinksProps = {
  /** Names the navigation for those who hear it. */
  label: string;
  /** `end` for the tab whose URL is the beginning of the others'. */
  tabs: { to: string; label: string; end?: boolean }[];
};

/** Tabs that are pages: each has its own URL. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav aria-label={label} className={tabListStyles}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end} prefetch="intent" className={tabStyles}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
