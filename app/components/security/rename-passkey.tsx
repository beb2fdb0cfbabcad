import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { PasskeyNameDialog } from "./passkey-name-dialog";
import { useFactorsForm } from "./use-factors-form";

/** Another name for a passkey. */
export function RenamePasskey({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation(["factors", "common"]);
  const key = `factors-rename-${id}`;
  const dialog = useFactorsForm(key);
  return (
    <PasskeyNameDialog
      fetcherKey={key}
      dialog={dialog}
      trigger={
        <Button size="small" aria-label={t("passkeys.renameNamed", { name })}>
          {t("passkeys.rename")}
        </Button>
      }
      title={t("passkeys.rename")}
      submit={t("common:actions.save")}
      name={name}
    >
      <input type="hidden" name="intent" value="rename-passkey" />
      <input type="hidden" name="id" value={id} />
    </PasskeyNameDialog>
  );
}
