import { CircleAlert, CloudOff, Compass, Lock, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";

const ICONS: Record<NonNullable<ErrorStateProps["kind"]>, LucideIcon> = {
  failed: CircleAlert,
  denied: Lock,
  missing: Compass,
  unavailable: CloudOff,
};

type ErrorStateProps = {
  kind?: "failed" | "denied" | "missing" | "unavailable";
  title: ReactNode;
  /** What it means and what to do. */
  children?: ReactNode;
  action?: ReactNode;
  /** Given to support; shown small and in mono. */
  requestId?: string;
};

/** A screen that could not be shown: what happened, and the one next step. */
export function ErrorState({ kind = "failed", title, children, action, requestId }: ErrorStateProps) {
  return (
    <EmptyState icon={ICONS[kind]} title={title} action={action}>
      {children}
      {requestId && <p className="mt-2 font-mono text-xs text-faint">{requestId}</p>}
    </EmptyState>
  );
}
