/**
 * sonner writes its style element itself and knows no nonce. These are the hashes
 * of that element, empty (as it is first inserted) and filled; the policy's
 * `style-src` names them, and a test compares them with the installed version.
 */
export const TOAST_STYLE_HASHES = [
  "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
  "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=",
] as const;
