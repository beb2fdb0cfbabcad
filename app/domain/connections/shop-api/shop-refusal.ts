import { ShopApiError, type ShopApiProblem } from "~/connectors/api/shop-api-error";
import { AppError, type AppErrorCode } from "~/lib/app-error";

const CODES: Record<ShopApiProblem, AppErrorCode> = {
  address_refused: "invalid",
  unreachable: "unavailable",
  timed_out: "unavailable",
  redirected: "invalid",
  too_large: "unavailable",
  busy: "unavailable",
  not_json: "invalid",
  keys_refused: "invalid",
  not_allowed: "invalid",
  not_found: "invalid",
  refused: "invalid",
  unexpected: "unavailable",
};

/** The text key that says what a shop's refusal means, and what to do next. */
export function refusalKey(problem: ShopApiProblem) {
  return `shopAccess:refusals.${problem}` as const;
}

/** Refusals that end only when somebody does something in the shop. */
export function isOfKeys({ problem }: ShopApiError): boolean {
  return problem === "keys_refused" || problem === "not_allowed";
}

/** In words for people; what is no answer of a shop is given back as it is. */
export function toShopRefusal(error: unknown): unknown {
  if (!(error instanceof ShopApiError)) return error;
  return new AppError(CODES[error.problem], refusalKey(error.problem), { cause: error });
}
