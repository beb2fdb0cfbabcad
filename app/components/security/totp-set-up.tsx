import type { SubmissionResult } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { CopyField } from "../ui/copy-field";
import { FACTORS_ACTION } from "./use-factors-form";

type TotpSetUpProps = {
  /** The QR code: its side in squares, and its dark ones as an SVG path. */
  size: number;
  path: string;
  /** The secret in base32, for apps without a camera. */
  typed: string;
  fetcherKey: string;
  isPending: boolean;
  lastResult: SubmissionResult<string[]> | null;
};

/** Scan, then type the first code. */
export function TotpSetUp({ size, path, typed, fetcherKey, isPending, lastResult }: TotpSetUpProps) {
  const { t } = useTranslation("factors");
  const [form, fields] = useActionForm<{ code: string }>({ id: fetcherKey, lastResult });
  return (
    <div className="grid gap-5 sm:grid-cols-[auto_1fr] sm:gap-6">
      <div className="grid justify-items-start gap-2">
        <p className="text-sm font-medium">{t("totp.scan")}</p>
        {/* Dark on white in every theme: cameras do not read it the other way round. */}
        <svg
          viewBox={`0 0 ${size} ${size}`}
          role="img"
          aria-label={t("totp.qr")}
          shapeRendering="crispEdges"
          className="size-48 rounded-card border"
        >
          <rect width={size} height={size} fill="white" />
          <path d={path} fill="black" />
        </svg>
      </div>
      <div className="grid min-w-0 content-start gap-5">
        <CopyField label={t("totp.typed")} value={typed} />
        <ActionForm form={form} action={FACTORS_ACTION} navigate={false} fetcherKey={fetcherKey}>
          <input type="hidden" name="intent" value="confirm-totp" />
          <FormField
            field={fields.code}
            label={t("totp.code")}
            help={t("totp.codeHelp")}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          <SubmitButton isPending={isPending} className="justify-self-start">
            {t("totp.confirm")}
          </SubmitButton>
        </ActionForm>
      </div>
    </div>
  );
}
