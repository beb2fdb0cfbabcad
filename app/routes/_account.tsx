import { Outlet } from "@remix-run/react";
import { PublicFooter } from "~/components/shell/public-shell";

/** Around the short forms of people who are not logged in. */
export default function AccountLayout() {
  return (
    <div className="flex min-h-dvh flex-col">
      <main id="content" className="flex-1">
        <Outlet />
      </main>
      <PublicFooter />
    </div>
  );
}
