import { fromNow, idOf, NOW, type Row } from "./crowd-rows";

/** As many as one person may have. */
export const MANY_PASSKEYS: Row[] = Array.from({ length: 20 }, (_, i) => passkeyOf("zoe", `key ${i}`));

/** Second factors of one person in every state, by table. */
export function factorsOf(name: string): [string, Row[]][] {
  const user_id = idOf(name);
  const reset = (state: string, more: Row) => resetOf(name, state, more);
  return [
    [
      "totp_factors",
      [{ user_id, id: idOf(`${name} totp`), sealed: "sealed", confirmed_at: NOW, last_step: 10 }],
    ],
    ["passkeys", ["phone", "key"].map((device) => passkeyOf(name, device))],
    [
      "recovery_codes",
      [
        { user_id, code_hash: "unused" },
        { user_id, code_hash: "used", used_at: fromNow("-1 day") },
      ],
    ],
    [
      "factor_resets",
      [
        reset("asked", {}),
        reset("asked too late", { link_expires_at: fromNow("-1 minute") }),
        reset("waiting", { effective_at: fromNow("-1 minute") }),
        reset("cancelled", { effective_at: fromNow("-1 day"), cancelled_at: fromNow("-1 day") }),
        reset("finished", { effective_at: fromNow("-1 day"), finished_at: fromNow("-1 day") }),
      ],
    ],
    [
      "known_devices",
      [
        { user_id, device_hash: "phone" },
        { user_id, device_hash: "old phone", last_seen_at: fromNow("-2 years") },
      ],
    ],
  ];
}

export function passkeyOf(name: string, device: string): Row {
  const words = `${name} ${device}`;
  const key = { credential_id: words, public_key: "key", counter: 5, transports: "{}", is_backed_up: false };
  return { id: idOf(words), user_id: idOf(name), name: device, created_at: fromNow("-60 hours"), ...key };
}

export function resetOf(name: string, state: string, more: Row): Row {
  const words = `${name} reset ${state}`;
  const link_expires_at = fromNow("1 hour");
  return { id: idOf(words), user_id: idOf(name), token_hash: words, link_expires_at, ...more };
}
