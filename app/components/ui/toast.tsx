import { lazy, Suspense, useEffect, useState } from "react";

const ToastStack = lazy(() => import("./toast-stack"));

type ToastOptions = {
  /** What can be undone is offered for undoing, for as long as the toast stands. */
  action?: { label: string; onPress: () => void };
};

const SHOWN_MS = 8000;

/** Says in passing that something was done. sonner arrives with the first toast. */
export async function showToast(
  kind: "done" | "failed",
  message: string,
  options: ToastOptions = {},
): Promise<void> {
  const { toast } = await import("sonner");
  const show = kind === "done" ? toast.success : toast.error;
  show(message, {
    duration: SHOWN_MS,
    action: options.action && { label: options.action.label, onClick: options.action.onPress },
  });
}

/** Where toasts appear. Goes once into the root. */
export function Toaster() {
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  if (!isMounted) return null;
  return (
    <Suspense fallback={null}>
      <ToastStack />
    </Suspense>
  );
}
