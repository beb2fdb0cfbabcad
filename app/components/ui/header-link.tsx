import type { LinkProps } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ButtonStyle } from "./button-styles";
import { LinkButton } from "./link-button";

type HeaderLinkProps = Pick<LinkProps, "to"> &
  Pick<ButtonStyle, "variant"> & { icon: LucideIcon; children: string };

/** One of several actions in a page's header: words where there is room, on a phone its icon, which is called the same. */
export function HeaderLink({ icon: Icon, children, ...link }: HeaderLinkProps) {
  return (
    <LinkButton {...link} title={children} className="max-sm:w-10 max-sm:px-0">
      <Icon aria-hidden="true" className="sm:hidden" />
      <span className="max-sm:sr-only">{children}</span>
    </LinkButton>
  );
}
