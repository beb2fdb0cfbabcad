import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { CHALLENGE_ACTION } from "./confirm-form";
import { NewCodes } from "./new-codes";
import { PasskeyNameDialog } from "./passkey-name-dialog";
import { useFactorsForm } from "./use-factors-form";
import { usePasskey } from "./use-passkey";

const KEY = "factors-passkey-add";

/** A name first, then the browser makes the passkey. */
export function AddPasskey() {
  const { t } = useTranslation("factors");
  const dialog = useFactorsForm(KEY);
  const { state, make } = usePasskey(CHALLENGE_ACTION);
  return (
    <>
      <PasskeyNameDialog
        fetcherKey={KEY}
        dialog={dialog}
        trigger={
          <Button className="justify-self-start">
            <Plus aria-hidden="true" />
            {t("passkeys.add")}
          </Button>
        }
        title={t("passkeys.add")}
        body={t("passkeys.addBody")}
        submit={t("passkeys.make")}
        name={t("passkeys.defaultName")}
        error={state === "failed" ? t("passkeys.failed") : null}
        isBusy={state === "asking"}
        onName={(name) => make((fields) => dialog.send({ ...fields, intent: "add-passkey", name }))}
      />
      <NewCodes codes={dialog.shown?.codes} />
    </>
  );
}
