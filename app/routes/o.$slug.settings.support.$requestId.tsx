import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useLocation } from "@remix-run/react";
import { parseForm } from "~/components/forms/parse-form";
import { ReplyForm } from "~/components/support/reply-form";
import { SupportState } from "~/components/support/support-state";
import { Thread } from "~/components/support/thread";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { requireAttempt } from "~/domain/accounts/attempt-policies.server";
import { requireRecordId } from "~/domain/record-id";
import { supportThreadSchema } from "~/domain/support/support.schema";
import { getSupportThread } from "~/domain/support/support-queries.server";
import { closeSupport, replySupport } from "~/domain/support/write-to-thread.server";
import { accountsContext } from "~/http/accounts.server";
import { mailOperatorsSoon } from "~/http/mail-soon.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "support.ask");
  const thread = await getSupportThread(ctx, requireRecordId(args.params.requestId ?? ""));
  return { title: `${thread.subject} · OruCRM`, thread };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "support.ask");
  await ctx.db.entry();
  const requestId = requireRecordId(args.params.requestId ?? "");
  const submission = parseForm(await args.request.formData(), supportThreadSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const { value } = submission;
  try {
    if (value.intent === "close") {
      await closeSupport(ctx, { requestId });
    } else {
      await requireAttempt(await accountsContext(args), "supportMessage", ctx.actor.id);
      await replySupport(ctx, { requestId, body: value.body });
      mailOperatorsSoon(args);
    }
    return redirect(`/o/${ctx.slug}/settings/support/${requestId}`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export default function SupportThreadPage() {
  const { thread } = useLoaderData<typeof loader>();
  const { key } = useLocation();
  return (
    <Card>
      <CardHeader
        title={thread.subject}
        detail={<span className="font-mono">{thread.reference}</span>}
        action={<SupportState state={thread.state} />}
      />
      <Thread messages={thread.messages} />
      <CardBody className="max-w-2xl border-t border-line pt-5">
        {/* A form of its own after each message, so that it is empty. */}
        <ReplyForm key={key} isClosed={thread.state === "closed"} />
      </CardBody>
    </Card>
  );
}
