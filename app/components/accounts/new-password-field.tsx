import { type ComponentProps, type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { PASSWORD_MIN } from "~/domain/accounts/password-length";
import { estimateStrength, type PasswordStrength } from "~/domain/accounts/password-strength";
import { FormField } from "../forms/form-field";
import { cn } from "../ui/cn";

const STRENGTHS = ["weak", "fair", "good", "strong"] as const satisfies readonly PasswordStrength[];
const COLOURS = { weak: "bg-danger", fair: "bg-warn-text", good: "bg-good-text", strong: "bg-good-text" };

type NewPasswordFieldProps<Value> = Pick<ComponentProps<typeof FormField<Value>>, "field" | "label">;

/** A password to be chosen, with its strength while it is typed. */
export function NewPasswordField<Value>({ field, label }: NewPasswordFieldProps<Value>) {
  const { t } = useTranslation("auth");
  const [strength, setStrength] = useState<PasswordStrength | null>(null);
  const estimate = ({ target }: FormEvent<HTMLDivElement>) => {
    if (target instanceof HTMLInputElement) setStrength(estimateStrength(target.value));
  };
  return (
    <div className="grid gap-2" onInput={estimate}>
      <FormField
        field={field}
        label={label}
        help={t("help.password", { min: PASSWORD_MIN })}
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
      />
      <Strength strength={strength} />
    </div>
  );
}

/** Four bars and a word, told to those who hear the page once they pause. */
function Strength({ strength }: { strength: PasswordStrength | null }) {
  const { t } = useTranslation("account");
  const reached = strength === null ? 0 : STRENGTHS.indexOf(strength) + 1;
  return (
    <div className={cn(strength === null && "sr-only")}>
      <div aria-hidden="true" className="mb-1 grid grid-cols-4 gap-1">
        {STRENGTHS.map((one, i) => (
          <span
            key={one}
            className={cn(
              "h-1 rounded-full",
              strength !== null && i < reached ? COLOURS[strength] : "bg-hover",
            )}
          />
        ))}
      </div>
      <p role="status" className="text-sm text-muted">
        {strength !== null && `${t("strength.label")}: ${t(`strength.${strength}`)}`}
      </p>
    </div>
  );
}
