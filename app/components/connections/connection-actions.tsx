import { Form } from "@remix-run/react";
import { Pause } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import { SubmitButton } from "../forms/submit-button";
import { RenameDialog } from "./rename-dialog";

/** The quiet actions beside a connection's title. Resuming stands in its banner, removing at the page's end. */
export function ConnectionActions({ connection }: { connection: ConnectionView }) {
  const { t } = useTranslation("connections");
  const isRunning = connection.state === "live" || connection.state === "waiting";
  return (
    <>
      <RenameDialog name={connection.name} />
      {isRunning && (
        <Form method="post">
          <SubmitButton name="intent" value="pause" variant="secondary" title={t("actions.pauseHint")}>
            <Pause aria-hidden="true" />
            {t("page.pause")}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}
