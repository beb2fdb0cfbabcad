import { Eye, EyeOff } from "lucide-react";
import { forwardRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Input, type InputProps } from "./input";

/** A password that can be looked at while it is typed. */
export const PasswordInput = forwardRef<HTMLInputElement, Omit<InputProps, "type">>(
  function PasswordInput(props, ref) {
    const { t } = useTranslation("common");
    const [isShown, setShown] = useState(false);
    return (
      <div className="relative">
        <Input
          autoCapitalize="none"
          spellCheck={false}
          {...props}
          ref={ref}
          type={isShown ? "text" : "password"}
          className="pr-11"
        />
        <Button
          variant="ghost"
          size="icon-small"
          className="absolute! top-1/2 right-1 -translate-y-1/2"
          aria-label={isShown ? t("form.hidePassword") : t("form.showPassword")}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
        </Button>
      </div>
    );
  },
);
