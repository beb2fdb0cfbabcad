import { useFormat } from "~/i18n/use-format";
import { cn } from "./cn";

type DateTimeProps = {
  /** ISO 8601 or a Date. */
  at: Date | string;
  /** `date` leaves out the time, `day` the year too. */
  show?: "dateTime" | "date" | "day" | "time";
  className?: string;
};

/** A moment in the organization's zone. The exact time is on hover where it is not shown. */
export function DateTime({ at, show = "dateTime", className }: DateTimeProps) {
  const format = useFormat();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={show === "dateTime" ? undefined : format.dateTime(at)}
      className={cn("figures whitespace-nowrap", className)}
    >
      {format[show](at)}
    </time>
  );
}
