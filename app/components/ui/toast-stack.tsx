import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Toaster } from "sonner";

/** sonner in our clothes; its own chunk, mounted by `Toaster`. */
export default function ToastStack() {
  const { t } = useTranslation("common");
  return (
    <Toaster
      position="bottom-right"
      className="font-sans!"
      offset={24}
      mobileOffset={{ bottom: 72 }}
      containerAriaLabel={t("notifications")}
      icons={{
        success: <CircleCheck aria-hidden="true" className="size-4.5 text-good-text" />,
        error: <CircleAlert aria-hidden="true" className="size-4.5 text-bad-text" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-card bg-raised px-4 py-3 text-base text-ink shadow-float sm:w-90",
          title: "font-normal",
          content: "flex-1",
          actionButton: "hit rounded-small font-medium text-brand-text hover:underline",
        },
      }}
    />
  );
}
