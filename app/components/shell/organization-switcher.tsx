import { ChevronsUpDown } from "lucide-react";
import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { LogoMark } from "../ui/logo";
import { MenuButton } from "./menu-button";
import type { ShellOrganization } from "./shell-types";

const load = () => import("./organization-menu");
const OrganizationMenu = lazy(load);

type OrganizationSwitcherProps = { organization: ShellOrganization; organizations: ShellOrganization[] };

/** Whose customers these are, and the way to another organization. */
export function OrganizationSwitcher({ organization, organizations }: OrganizationSwitcherProps) {
  const { t } = useTranslation("shell");
  return (
    <MenuButton
      onIntent={load}
      menu={(button) => (
        <OrganizationMenu organization={organization} organizations={organizations}>
          {button}
        </OrganizationMenu>
      )}
      aria-label={t("organization.current", { name: organization.name })}
      className="flex h-10 w-full min-w-0 items-center gap-2.5 rounded-control px-2 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover narrow:w-9 narrow:justify-center narrow:px-0"
    >
      <LogoMark className="size-5.5! shrink-0" />
      <span className="min-w-0 flex-1 truncate font-medium text-ink narrow:hidden">{organization.name}</span>
      <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-faint narrow:hidden" />
    </MenuButton>
  );
}
