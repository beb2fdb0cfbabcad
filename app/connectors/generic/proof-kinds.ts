export const PROOF_KINDS = ["address", "token", "hmac", "basic", "standard"] as const;
export const HMAC_ALGORITHMS = ["sha256", "sha512", "sha1"] as const;
export const HMAC_ENCODINGS = ["hex", "base64"] as const;
export const SIGNED_PARTS = ["body", "timestamp_body"] as const;
