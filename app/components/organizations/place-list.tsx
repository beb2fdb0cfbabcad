import { Form, Link } from "@remix-run/react";
import { Ban, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Places } from "~/domain/organizations/places-queries.server";
import { SubmitButton } from "../forms/submit-button";
import { Avatar } from "../ui/avatar";

/** The organizations one may enter, those one is kept out of, and invitations to accept. */
export function PlaceList({ places }: { places: Places }) {
  const { t } = useTranslation(["organizations", "common"]);
  const { organizations, suspended, invitations } = places;
  if (organizations.length + suspended.length + invitations.length === 0) return null;
  return (
    <ul className="divide-y divide-line rounded-card border border-line">
      {invitations.map(({ id, organization, role }) => (
        <li key={id} className="flex items-center gap-3 p-3">
          <PlaceWords name={organization}>
            {t("start.invited", { role: t(`common:roles.${role}`) })}
          </PlaceWords>
          <Form method="post" action="/o?index">
            <SubmitButton size="small" name="invitation" value={id}>
              {t("start.accept")}
            </SubmitButton>
          </Form>
        </li>
      ))}
      {organizations.map(({ slug, name, role }) => (
        <li key={slug}>
          <Link to={`/o/${slug}`} className="flex items-center gap-3 p-3 transition-colors hover:bg-hover">
            <PlaceWords name={name}>{t(`common:roles.${role}`)}</PlaceWords>
            <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-faint" />
          </Link>
        </li>
      ))}
      {suspended.map(({ slug, name }) => (
        <li key={slug} className="flex items-center gap-3 p-3">
          <PlaceWords name={name}>{t("start.suspended")}</PlaceWords>
          <Ban aria-hidden="true" className="size-4 shrink-0 text-warn-text" />
        </li>
      ))}
    </ul>
  );
}

function PlaceWords({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-ink">{name}</span>
        <span className="block text-sm text-muted">{children}</span>
      </span>
    </>
  );
}
