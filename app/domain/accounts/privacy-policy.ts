/** The version that new accounts accept: the day it came into force. */
export const POLICY_VERSION = "2026-11-23";
