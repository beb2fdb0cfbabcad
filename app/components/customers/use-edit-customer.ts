import { useFetcher } from "@remix-run/react";
import type { CustomerAnswer } from "./customer-form";

/** One thing done to a customer by hand: where its form goes and what it was answered. */
export function useEditCustomer(customerTo: string, key?: string) {
  return useCustomerAct(`${customerTo}/edit`, key);
}

/** The same for a note on a customer. */
export function useNotes(customerTo: string) {
  return useCustomerAct(`${customerTo}/notes`);
}

function useCustomerAct(action: string, key?: string) {
  const fetcher = useFetcher<CustomerAnswer>({ key });
  const { data, state } = fetcher;
  return {
    fetcher,
    action,
    isPending: state !== "idle",
    /** The first reason why it was not done, as a message. */
    refusal:
      state === "idle" && data?.status === "error"
        ? (Object.values(data.error ?? {})
            .flat()
            .find((message) => message !== null) ?? null)
        : null,
    taken: state === "idle" ? (data?.taken ?? null) : null,
    isDone: state === "idle" && data !== undefined && data.status !== "error",
  };
}
