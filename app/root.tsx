import latin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPage } from "~/components/error-page";
import { FirstPaintScript } from "~/components/shell/first-paint-script";
import { useShownTheme } from "~/components/shell/preferences";
import type { Theme } from "~/components/shell/shell-types";
import { Toaster } from "~/components/ui/toast";
import { findVisitor } from "~/http/visitor.server";
import { getServerT } from "~/i18n/i18n.server";
import { DEFAULT_LANGUAGE } from "~/i18n/languages";
import { useFollowLanguage } from "~/i18n/use-language";
import styles from "~/styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "preload", href: latin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await findVisitor(args);
  const errorTitle = `${getServerT(visitor.language)("errors:titles.internal")} · OruCRM`;
  return { ...visitor, nonce: args.context.nonce, errorTitle };
}

/** Pages name themselves; error pages are left. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.errorTitle ?? "OruCRM" }];

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const theme: Theme = useShownTheme(data?.theme ?? "system");
  // The browser hides a nonce from scripts, so only the server's rendering has it.
  const nonce = typeof document === "undefined" ? data?.nonce : "";
  return (
    <html lang={data?.language ?? DEFAULT_LANGUAGE} className={theme} suppressHydrationWarning>
      <head>
        <FirstPaintScript nonce={nonce} isVisitor={data?.isVisitor ?? true} />
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Toaster />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { language } = useRouteLoaderData<typeof loader>("root") ?? { language: DEFAULT_LANGUAGE };
  useFollowLanguage(language);
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
