import { Merge } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { MergeSearch } from "./merge-search";

type MergeDialogProps = {
  /** The organization's address. */
  base: string;
  customerId: string;
};

/** Finds the customer who is the same person, and leads to both side by side. */
export function MergeDialog({ base, customerId }: MergeDialogProps) {
  const { t } = useTranslation("duplicates");
  return (
    <Dialog
      trigger={
        <Button variant="ghost">
          <Merge aria-hidden="true" />
          {t("merge.confirm")}
        </Button>
      }
      title={t("find.title")}
      description={t("find.lead")}
    >
      <MergeSearch base={base} customerId={customerId} />
    </Dialog>
  );
}
