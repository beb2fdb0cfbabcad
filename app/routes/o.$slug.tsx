import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Outlet, useLoaderData, useLocation, useParams, useRouteLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { useLive } from "~/components/live/use-live";
import { AppShell } from "~/components/shell/app-shell";
import { ClosingBanner } from "~/components/shell/closing-banner";
import type { SectionKey } from "~/components/shell/sections";
import { getShellState } from "~/domain/notifications/notification-queries.server";
import { findClosing, isAccountClosing } from "~/domain/organizations/closing-queries.server";
import { isAllowed, type Permission } from "~/domain/organizations/permissions";
import { policyStateOf } from "~/domain/privacy/policy-state";
import { requireOrg } from "~/http/require-org.server";

const SECTION_PERMISSIONS: [SectionKey, Permission][] = [
  ["dashboard", "dashboard.view"],
  ["customers", "customers.view"],
  ["orders", "orders.view"],
  ["products", "products.view"],
  ["subscriptions", "subscriptions.view"],
  ["connections", "connections.view"],
  ["settings", "organization.view"],
];

/** What pages show. A delivery that changes no record is seen on the connections' pages only. */
const ELSEWHERE = ["orders", "customers", "products"];
const ON_CONNECTIONS = ["deliveries", ...ELSEWHERE];
const ON_ACTIVITY = ["jobs"];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "dashboard.view");
  const [
    { user, organization, organizations, role, factorResetAt },
    { unread, policyVersion },
    closesAt,
    isLeaving,
  ] = await Promise.all([ctx.db.entry(), getShellState(ctx), findClosing(ctx), isAccountClosing(ctx)]);
  if (isLeaving) throw redirect("/account/closing");
  const policy = policyStateOf(policyVersion, ctx.now());
  if (policy.kind === "due") leadToPolicy(args.request, ctx.slug);
  return {
    user: { name: user.name, email: user.email, theme: user.theme },
    organization: { name: organization.name, slug: organization.slug },
    organizations,
    unread,
    announcedPolicy: policy.kind === "announced" ? policy.version : null,
    zone: organization.timeZone,
    factorResetAt,
    closing: closesAt && { closesAt, mayReopen: isAllowed(role, "organization.close") },
    sections: SECTION_PERMISSIONS.filter(([, permission]) => isAllowed(role, permission)).map(([key]) => key),
  };
}

/** To a policy that waits to be accepted, from everywhere but the settings, where one can take one's data and go. */
function leadToPolicy(request: Request, slug: string): void {
  const { pathname } = new URL(request.url);
  const page = pathname.replace(/\.data$/, "");
  const isOpen = [`/o/${slug}/policy`, `/o/${slug}/settings`].some(
    (open) => page === open || page.startsWith(`${open}/`),
  );
  if (!isOpen) throw redirect(`/o/${slug}/policy`);
}

export default function OrganizationLayout() {
  const { closing, ...shell } = useLoaderData<typeof loader>();
  const { slug = "" } = useParams();
  const { pathname } = useLocation();
  useLive(slug, kindsShownOn(pathname.slice(`/o/${slug}`.length)));
  return (
    <AppShell {...shell}>
      {closing && <ClosingBanner slug={slug} {...closing} />}
      <Outlet />
    </AppShell>
  );
}

function kindsShownOn(path: string): readonly string[] {
  if (path.startsWith("/connections")) return ON_CONNECTIONS;
  return path.startsWith("/settings/activity") ? ON_ACTIVITY : ELSEWHERE;
}

/** Inside of the shell where its data is here, so that one can go on elsewhere. */
export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>("routes/o.$slug");
  if (!shell) return <ErrorPage isOutside />;
  return (
    <AppShell {...shell}>
      <ErrorPage />
    </AppShell>
  );
}
