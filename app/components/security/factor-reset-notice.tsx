import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { FACTORS_ACTION } from "./use-factors-form";

/** In every open session: somebody said that the second factors are lost, and it can be ended here. */
export function FactorResetNotice({ at }: { at: string }) {
  const { t } = useTranslation("shell");
  const format = useFormat();
  const { Form, state } = useFetcher();
  return (
    <Banner
      tone="warn"
      className="mx-auto mb-5 max-w-300"
      title={t("factorReset.title")}
      action={
        <Form method="post" action={FACTORS_ACTION}>
          <Button type="submit" name="intent" value="cancel-reset" isLoading={state !== "idle"}>
            {t("factorReset.cancel")}
          </Button>
        </Form>
      }
    >
      {t("factorReset.body", { at: format.dateTime(at) })}
    </Banner>
  );
}
