import { cn } from "../ui/cn";

const FROM = [12, 50, 88];

/** Three lines that become one. */
export function ShopLines({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 64 100"
      preserveAspectRatio="none"
      fill="none"
      aria-hidden="true"
      className={cn("h-48 w-full text-brand", className)}
    >
      {FROM.map((y) => (
        <path
          key={y}
          d={`M0 ${y} C 36 ${y}, 28 50, 64 50`}
          stroke="currentColor"
          strokeWidth="1.5"
          strokeOpacity="0.55"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
