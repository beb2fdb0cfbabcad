/**
 * Providers of addresses that are made to be thrown away, as met most often.
 * Whoever uses one may sign up all the same; it is noted.
 */
const DOMAINS = new Set(
  `10minutemail.com 20minutemail.com 33mail.com anonaddy.me burnermail.io discard.email discardmail.com dispostable.com
  dropmail.me emailfake.com emailondeck.com fakeinbox.com fakemail.net getairmail.com getnada.com grr.la guerrillamail.biz
  guerrillamail.com guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org guerrillamailblock.com
  inboxbear.com inboxkitten.com incognitomail.org jetable.org linshiyouxiang.net mail-temp.com mail.tm mailcatch.com
  maildrop.cc mailexpire.com mailforspam.com mailinator.com mailinator.net mailnesia.com mailnull.com mailpoof.com
  mailsac.com meltmail.com minutemail.com mintemail.com moakt.com mohmal.com mytemp.email mytrashmail.com nada.email
  pokemail.net sharklasers.com smailpro.com spam4.me spambox.us spamgourmet.com spamex.com temp-mail.io temp-mail.org
  tempail.com tempemail.co tempinbox.com tempmail.dev tempmail.email tempmail.net tempmail.plus tempmailo.com tempr.email
  throwawaymail.com tmail.ws tmailor.com tmpmail.net tmpmail.org trash-mail.com trashmail.com trashmail.de trashmail.net
  trbvm.com wegwerfmail.de yopmail.com yopmail.fr yopmail.net`.split(/\s+/),
);

/** The provider's domain when the email is at one, also below one; else null. */
export function disposableDomain(email: string): string | null {
  const labels = email.slice(email.lastIndexOf("@") + 1).split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const domain = labels.slice(from).join(".");
    if (DOMAINS.has(domain)) return domain;
  }
  return null;
}
