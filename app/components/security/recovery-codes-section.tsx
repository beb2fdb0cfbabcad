import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "../ui/card";
import { AskFirst } from "./ask-first";
import { NewCodes } from "./new-codes";
import { useFactorsForm } from "./use-factors-form";

/** From how few codes on a person is reminded. */
const FEW = 3;

/** How many ways in are left without the device, and new ones. */
export function RecoveryCodesSection({ left }: { left: number }) {
  const { t } = useTranslation("factors");
  const form = useFactorsForm("factors-codes");
  return (
    <Card>
      <CardHeader title={t("codes.title")} detail={t("codes.lead")} />
      <CardBody className="flex flex-wrap items-center justify-between gap-3">
        <p className={left < FEW ? "text-warn-text" : "text-muted"}>
          {t("codes.left", { count: left })}
          {left < FEW && `. ${t("codes.few")}`}
        </p>
        <AskFirst
          title={t("codes.replaceTitle")}
          body={t("codes.replaceBody")}
          label={t("codes.replace")}
          fields={{ intent: "replace-codes" }}
          form={form}
          isDanger={false}
        />
        <NewCodes codes={form.shown?.codes} />
      </CardBody>
    </Card>
  );
}
