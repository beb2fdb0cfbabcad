import { Check, Copy, Eye, EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { cn } from "./cn";
import { useCopy } from "./use-copy";

type CopyFieldProps = {
  label: string;
  value: string;
  /** Shown as dots until asked for; copying works either way. */
  isSecret?: boolean;
  help?: string;
  className?: string;
};

/** A URL or secret to take elsewhere: one press copies it and says so. */
export function CopyField({ label, value, isSecret = false, help, className }: CopyFieldProps) {
  const { t } = useTranslation("common");
  const id = useId();
  const { state, copy } = useCopy();
  const [isShown, setShown] = useState(!isSecret);
  return (
    <div className={cn("grid gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <div className="flex min-w-0 items-center gap-1 rounded-control border border-control bg-sunken p-1 pl-3 focus-within:border-focus">
        <input
          id={id}
          readOnly
          type={isShown ? "text" : "password"}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="h-8 min-w-0 flex-1 bg-transparent font-mono text-sm text-ink outline-none"
        />
        {isSecret && (
          <Button
            variant="ghost"
            size="icon-small"
            aria-label={isShown ? t("secret.hide") : t("secret.show")}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          </Button>
        )}
        <Button size="small" onClick={() => copy(value)} aria-label={`${t("actions.copy")}: ${label}`}>
          {state === "copied" ? (
            <Check aria-hidden="true" className="text-good-text" />
          ) : (
            <Copy aria-hidden="true" />
          )}
          {state === "copied" ? t("copied") : t("actions.copy")}
        </Button>
      </div>
      <p role="status" className={cn("text-sm", state === "failed" ? "text-bad-text" : "sr-only")}>
        {state === "copied" && t("copied")}
        {state === "failed" && t("copyFailed")}
      </p>
      {help && <p className="text-sm text-muted">{help}</p>}
    </div>
  );
}
