/**
 * Stands in for react-dom in the deployed Worker: libraries import these, and call
 * them only in a browser.
 */
function onlyInBrowser(): never {
  throw new Error("There is no document on the server.");
}

export const createPortal = onlyInBrowser;
export const flushSync = onlyInBrowser;
export default { createPortal, flushSync };
