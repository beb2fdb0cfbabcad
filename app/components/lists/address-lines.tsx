import type { Address } from "~/connectors/canonical";
import { MALAYSIAN_STATE_NAMES } from "~/lib/malaysian-states";

/** Goes without saying on an address at home. */
const HOME = "MY";
const STATE_NAMES: Record<string, string> = MALAYSIAN_STATE_NAMES;

/** An address as on a parcel; nothing when no part of it is known. */
export function AddressLines({ address }: { address: Address }) {
  const place = [address.postcode, address.city].filter(Boolean).join(" ");
  const state = address.state && (STATE_NAMES[address.state] ?? address.state);
  const country = address.country === HOME ? null : address.country;
  const lines = [address.line1, address.line2, place, state, country].filter(Boolean);
  return (
    <address className="not-italic">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}

/** Whether there is something to show of an address. */
export function hasAddress(address: Address | null): address is Address {
  return address !== null && Object.values(address).some((part) => part !== null && part !== HOME);
}
