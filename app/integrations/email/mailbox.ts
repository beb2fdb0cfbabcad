import type { Mail } from "~/lib/mail";

/** A mail that development kept instead of sending it. */
export type KeptMail = Mail & { id: number; sentAt: string };

/** The object behind the mailbox; it refuses when the configuration sends real mail. */
export type MailboxStub = {
  keep(mail: Mail): Promise<void>;
  list(): Promise<KeptMail[]>;
};

/** Newest first, at most a hundred. */
export type Mailbox = { list(): Promise<KeptMail[]> };

/** Keeps mails on this machine for `/dev/mailbox`. */
export function mailboxMailer(open: () => MailboxStub) {
  return {
    send: (mail: Mail) => open().keep(mail),
    list: () => open().list(),
  };
}
