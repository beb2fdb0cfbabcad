import { Link } from "@remix-run/react";
import { Check, ChevronsUpDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from "../ui/dropdown-menu";
import { LogoMark } from "../ui/logo";
import type { ShellOrganization } from "./shell-types";

type Props = { organization: ShellOrganization; organizations: ShellOrganization[] };

/** Whose customers these are, and the way to another organization. */
export function OrganizationSwitcher({ organization, organizations }: Props) {
  const { t } = useTranslation("shell");
  return (
    <Menu>
      <MenuTrigger asChild>
        <button
          type="button"
          aria-label={t("organization.current", { name: organization.name })}
          className="flex h-10 w-full min-w-0 items-center gap-2.5 rounded-control px-2 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover narrow:w-9 narrow:justify-center narrow:px-0"
        >
          <LogoMark className="size-5.5 shrink-0" />
          <span className="min-w-0 flex-1 truncate font-medium text-ink narrow:hidden">
            {organization.name}
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-faint narrow:hidden" />
        </button>
      </MenuTrigger>
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
      </MenuContent>
    </Menu>
  );
}
