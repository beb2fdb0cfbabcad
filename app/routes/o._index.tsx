import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { LogOutForm } from "~/components/organizations/log-out-form";
import { PlaceList } from "~/components/organizations/place-list";
import { AuthCard } from "~/components/shell/auth-card";
import { PublicFooter } from "~/components/shell/public-shell";
import { useVisitorPath } from "~/components/shell/use-visitor-path";
import { Banner } from "~/components/ui/banner";
import { LinkButton } from "~/components/ui/link-button";
import { getAccountClosing } from "~/domain/accounts/account-closing-queries.server";
import { acceptInvitation } from "~/domain/members/accept-invitation.server";
import { findPlaces } from "~/domain/organizations/places-queries.server";
import { accountsContext, requireSession } from "~/http/accounts.server";
import { redirectToLanguage } from "~/http/visitor-page.server";
import { getServerT } from "~/i18n/i18n.server";
import { AppError, isAppError } from "~/lib/app-error";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The way in after log-in: to the only organization, or to a choice. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireSession(args);
  const places = await findPlaces(args.context.accounts, sessionId);
  if (!places) throw new AppError("unauthenticated", "errors:sessionEnded");
  const { closesAt } = await getAccountClosing(args.context.accounts, sessionId);
  if (closesAt) return redirect("/account/closing");
  const { organizations, suspended, invitations } = places;
  const [only] = organizations;
  const isOnly = organizations.length === 1 && suspended.length + invitations.length === 0;
  if (only && isOnly && !new URL(args.request.url).searchParams.has("choose"))
    return redirect(`/o/${only.slug}`);
  redirectToLanguage(args.request, places.language);
  return { title: `${getServerT(places.language)("organizations:start.title")} · OruCRM`, places };
}

/** Accepts an invitation to the user's own email. */
export async function action(args: ActionFunctionArgs) {
  const { sessionId } = await requireSession(args);
  const id = String((await args.request.formData()).get("invitation") ?? "");
  try {
    const joined = await acceptInvitation(await accountsContext(args), sessionId, { id });
    return joined ? redirect(`/o/${joined.slug}`) : data({ refusal: "organizations:start.gone" }, 409);
  } catch (error) {
    if (isAppError(error) && error.code === "conflict") return data({ refusal: error.messageKey }, 409);
    throw error;
  }
}

export default function StartPage() {
  const { places } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["organizations", "errors"]);
  const path = useVisitorPath();
  const refusal = useActionData<typeof action>()?.refusal;
  const hasNone = places.organizations.length === 0;
  return (
    <div className="flex min-h-dvh flex-col">
      <main id="content" className="flex-1">
        <AuthCard
          title={t(hasNone ? "start.noneTitle" : "start.title")}
          lead={t(hasNone ? "start.none" : "start.lead", { email: places.email })}
          footer={<LogOutForm />}
        >
          <div className="grid gap-4">
            {refusal && <Banner tone="warn">{t(refusal)}</Banner>}
            <PlaceList places={places} />
            <LinkButton
              to={path("/new-organization")}
              variant={hasNone ? "primary" : "secondary"}
              className="justify-self-start"
            >
              <Plus aria-hidden="true" />
              {t(hasNone ? "start.create" : "start.createAnother")}
            </LinkButton>
          </div>
        </AuthCard>
      </main>
      <PublicFooter />
    </div>
  );
}
