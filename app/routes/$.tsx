import { AppError } from "~/lib/app-error";

/** Every address that no other route has. */
export function loader(): never {
  throw new AppError("not_found", "errors:notFound");
}

export function action(): never {
  throw new AppError("not_found", "errors:notFound");
}

export default function NotFound() {
  return null;
}
