import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { requireMailbox } from "~/http/require-mailbox.server";

/** The same mails for scripts and tests. */
export async function loader({ context }: LoaderFunctionArgs) {
  return Response.json({ mails: await requireMailbox(context).list() });
}
