import type { Connector } from "~/connectors/connector";
import type { ConnectionSettings } from "~/connectors/generic/settings";

const NONE: readonly string[] = [];

/** Headers that prove a connection's deliveries beside those that are read anyway, in lower case. */
export function proofHeadersOf(
  connector: Connector,
  settings: ConnectionSettings | undefined,
): readonly string[] {
  return (settings && connector.proofHeaders?.(settings)) ?? NONE;
}
