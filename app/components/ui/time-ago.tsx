import { useEffect, useState } from "react";
import { useFormat } from "~/i18n/use-format";
import { cn } from "./cn";

const TICK_MS = 30_000;

type TimeAgoProps = { at: Date | string; className?: string };

/** How long ago, kept up to date; the exact time on hover. */
export function TimeAgo({ at, className }: TimeAgoProps) {
  const format = useFormat();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    // Between the server's rendering and ours a minute may have turned.
    <time
      dateTime={new Date(at).toISOString()}
      title={format.dateTime(at)}
      suppressHydrationWarning
      className={cn("figures whitespace-nowrap", className)}
    >
      {format.relative(at, now)}
    </time>
  );
}
