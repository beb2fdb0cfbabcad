import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { logOut } from "~/domain/accounts/log-out.server";
import { accountsContext } from "~/http/accounts.server";

/** Only a press of the button logs out; following a link to here changes nothing. */
export function loader() {
  return redirect("/");
}

export async function action(args: ActionFunctionArgs) {
  const session = await args.context.session.read();
  if (session) await logOut(await accountsContext(args), session.sessionId);
  return redirect("/log-in?notice=logged-out", {
    headers: { "Set-Cookie": args.context.session.destroy() },
  });
}
