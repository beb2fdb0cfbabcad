import { relative } from "node:path";
import { PROJECT } from "../local/place";
import type { DemoOrder } from "./demo-order";

/** The command that sends the order, to be run in the project's folder. */
export function curlLine(order: Pick<DemoOrder, "url" | "headers" | "bodyFile">): string {
  const headers = Object.entries(order.headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  return [
    "curl -sS",
    ...headers,
    `--data-binary @${relative(PROJECT, order.bodyFile)}`,
    quoted(order.url),
  ].join(" ");
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
