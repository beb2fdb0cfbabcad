import { type ActionFunctionArgs, data, redirect } from "@remix-run/cloudflare";
import { preferenceSchema } from "~/domain/accounts/accounts.schema";
import { updateProfile } from "~/domain/accounts/update-profile.server";
import { accountsContext, requireSession } from "~/http/accounts.server";

export function loader() {
  return redirect("/o");
}

/** Theme or language, from the account menu. */
export async function action(args: ActionFunctionArgs) {
  const { sessionId } = await requireSession(args);
  const parsed = preferenceSchema.safeParse(Object.fromEntries(await args.request.formData()));
  if (!parsed.success) return data({ isSaved: false }, 422);
  const { intent: _intent, ...choice } = parsed.data;
  await updateProfile(await accountsContext(args), sessionId, choice);
  return data({ isSaved: true });
}
