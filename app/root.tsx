import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPage } from "~/components/error-page";
import { useShownTheme } from "~/components/shell/preferences";
import type { Theme } from "~/components/shell/shell-types";
import { findVisitor } from "~/http/visitor.server";
import { DEFAULT_LANGUAGE } from "~/i18n/languages";
import { useFollowLanguage } from "~/i18n/use-language";
import styles from "~/styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { language, theme } = await findVisitor(args);
  return { language, theme, nonce: args.context.nonce };
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const theme: Theme = useShownTheme(data?.theme ?? "system");
  // The browser hides a nonce from scripts, so only the server's rendering has it.
  const nonce = typeof document === "undefined" ? data?.nonce : "";
  return (
    <html lang={data?.language ?? DEFAULT_LANGUAGE} className={theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
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
