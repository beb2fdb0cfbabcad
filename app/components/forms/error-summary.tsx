import { useEffect, useRef } from "react";
import { useMessage } from "~/i18n/use-message";
import { Banner } from "../ui/banner";

/** What is wrong with the form as a whole, in words, with the focus on it; nothing when nothing is. */
export function ErrorSummary({ errors }: { errors: string[] | undefined }) {
  const message = useMessage();
  const summary = useRef<HTMLDivElement>(null);
  const hasErrors = errors !== undefined && errors.length > 0;
  useEffect(() => {
    if (hasErrors) summary.current?.focus();
  }, [hasErrors]);
  if (!hasErrors) return null;
  return (
    <div ref={summary} tabIndex={-1} className="outline-none">
      <Banner tone="bad">
        {errors.map((error) => (
          <p key={error}>{message(error)}</p>
        ))}
      </Banner>
    </div>
  );
}
