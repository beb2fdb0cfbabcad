/** Stands in for sonner in the deployed Worker: toasts are mounted in a browser only. */
export const Toaster = () => null;
export const toast = { success: () => null, error: () => null };
