import { useSubmit } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { usePasskey } from "./use-passkey";

type PasskeyButtonProps = {
  label: string;
  /** Where challenges come from. */
  url: string;
  purpose: "log-in" | "second-step" | "confirm";
  /** Where the answer goes, and what goes with it; the page itself without `action`. */
  action?: string;
  fields?: Record<string, string>;
  /** For a fetcher's answer instead of a navigation. */
  fetcherKey?: string;
  isPrimary?: boolean;
};

/** Asks for a passkey and sends its answer as a form would. */
export function PasskeyButton(props: PasskeyButtonProps) {
  const { label, url, purpose, action, fields, fetcherKey, isPrimary = false } = props;
  const { t } = useTranslation("auth");
  const submit = useSubmit();
  const { state, ask } = usePasskey(url);
  const send = (answer: Record<string, string>) =>
    submit(
      { ...fields, ...answer, method: "passkey" },
      fetcherKey === undefined
        ? { method: "post", action }
        : { method: "post", action, navigate: false, fetcherKey },
    );
  return (
    <div className="grid gap-3">
      {state === "failed" && <Banner tone="bad">{t("passkey.failed")}</Banner>}
      <Button
        isBlock
        variant={isPrimary ? "primary" : "secondary"}
        isLoading={state === "asking"}
        onClick={() => ask(purpose, send)}
        // The focus stays in its field: leaving it could show an error that moves the button away under the press.
        onMouseDown={(event) => event.preventDefault()}
      >
        <KeyRound aria-hidden="true" />
        {label}
      </Button>
    </div>
  );
}
