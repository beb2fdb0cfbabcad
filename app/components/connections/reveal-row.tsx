import type { FetcherWithComponents } from "@remix-run/react";
import { Eye } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";

type RevealRowProps = { label: string; fetcher: FetcherWithComponents<{ secret?: string }> };

/** A secret as dots until somebody asks for it: who looks at it is written down. */
export function RevealRow({ label, fetcher }: RevealRowProps) {
  const { t } = useTranslation("connections");
  return (
    <div className="grid gap-1.5">
      <p className="text-sm font-medium text-ink">{label}</p>
      <fetcher.Form
        method="post"
        className="flex h-10 items-center justify-between gap-3 rounded-control border border-control bg-sunken p-1 pl-3"
      >
        <input type="hidden" name="intent" value="reveal-secret" />
        <span aria-hidden="true" className="font-mono text-sm tracking-widest text-faint">
          ••••••••••••
        </span>
        <Button type="submit" size="small" isLoading={fetcher.state !== "idle"}>
          <Eye aria-hidden="true" />
          {t("secret.reveal")}
        </Button>
      </fetcher.Form>
      <p className="text-sm text-muted">{t("secret.revealHelp")}</p>
    </div>
  );
}
