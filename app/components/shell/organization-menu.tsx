import { Link } from "@remix-run/react";
import { Check, Plus } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "../ui/dropdown-menu";
import type { ShellOrganization } from "./shell-types";

type OrganizationMenuProps = {
  organization: ShellOrganization;
  organizations: ShellOrganization[];
  children: ReactElement;
};

/** The user's organizations; its own chunk, opened by `OrganizationSwitcher`. */
export default function OrganizationMenu({ organization, organizations, children }: OrganizationMenuProps) {
  const { t } = useTranslation("shell");
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{children}</MenuTrigger>
      <MenuContent align="start" className="w-60">
        <MenuLabel>{t("organization.yours")}</MenuLabel>
        {organizations.map(({ name, slug }) => (
          <MenuItem key={slug} asChild>
            <Link to={`/o/${slug}`} aria-current={slug === organization.slug ? "true" : undefined}>
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {slug === organization.slug && <Check aria-hidden="true" className="text-brand-text" />}
            </Link>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem asChild>
          <Link to="/new-organization">
            <Plus aria-hidden="true" className="text-muted" />
            {t("organization.create")}
          </Link>
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
