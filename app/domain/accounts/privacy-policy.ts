import { POLICY_VERSIONS } from "../privacy/policy-versions";

/** The version that new accounts accept: the one announced last, by the day it comes into force. */
export const POLICY_VERSION: string = POLICY_VERSIONS[POLICY_VERSIONS.length - 1]?.version ?? "";
