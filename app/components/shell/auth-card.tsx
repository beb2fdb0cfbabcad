import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Logo } from "../ui/logo";

type AuthCardProps = {
  title: ReactNode;
  /** One line under the title. */
  lead?: ReactNode;
  /** Under the card: the way to the other page. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** One short form in the middle of the page: log in, sign up, verify. */
export function AuthCard({ title, lead, footer, children }: AuthCardProps) {
  return (
    <div className="mx-auto grid w-full max-w-100 content-start gap-6 px-4 py-10 sm:py-20">
      <Link to="/" className="mx-auto w-fit rounded-small">
        <Logo />
      </Link>
      <div className="rounded-card border border-line bg-surface p-5 sm:p-7">
        <h1 className="text-xl font-medium">{title}</h1>
        {lead && <p className="mt-1 text-muted">{lead}</p>}
        {children && <div className="mt-5">{children}</div>}
      </div>
      {footer && <div className="text-center text-muted">{footer}</div>}
    </div>
  );
}
