import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { LiveConnection } from "./live-connection";

/**
 * Loads the page again when something that it shows changed in the organization.
 * `kinds` names what the page shows, for example `["orders", "customers"]`; give
 * a constant.
 */
export function useLive(slug: string, kinds?: readonly string[]): void {
  const { revalidate } = useRevalidator();
  const refresh = useRef(revalidate);
  refresh.current = revalidate;
  useEffect(() => {
    const url = new URL(`/o/${slug}/live`, window.location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const connection = new LiveConnection({
      open: ({ opened, told, closed }) => {
        const socket = new WebSocket(url);
        socket.addEventListener("open", opened);
        socket.addEventListener("message", ({ data }) => told(data));
        socket.addEventListener("close", ({ code }) => closed(code));
        return socket;
      },
      refresh: () => refresh.current(),
      isVisible: () => document.visibilityState === "visible",
      kinds,
    });
    const visibilityChanged = () => connection.visibilityChanged();
    document.addEventListener("visibilitychange", visibilityChanged);
    connection.start();
    return () => {
      document.removeEventListener("visibilitychange", visibilityChanged);
      connection.end();
    };
  }, [slug, kinds]);
}
