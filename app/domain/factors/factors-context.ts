import type { Keyring } from "~/lib/keyring";
import type { AccountsContext } from "../accounts/accounts-context";

/** The first argument of what is done with second factors: those of a user, beyond any organization. */
export type FactorsContext = AccountsContext & {
  /** Seals authenticator secrets. */
  keyring: Keyring;
  now: () => Date;
};

/** A passkey belongs to the app's host and answers on no other. */
export function relyingParty({ appUrl }: Pick<FactorsContext, "appUrl">): { id: string; origin: string } {
  const { hostname, origin } = new URL(appUrl);
  return { id: hostname, origin };
}
