/** One mail to one person. `idempotencyKey` names the reason for it: the same key is delivered once. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  idempotencyKey: string;
  /** Besides the usual ones: how to unsubscribe. */
  headers?: Readonly<Record<string, string>>;
};
