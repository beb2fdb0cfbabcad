import { ShopApiError } from "~/connectors/api/shop-api-error";
import { joinBytes } from "~/lib/join-bytes";

/** The text of an answer; throws `too_large` as soon as it is longer than `most` bytes. */
export async function readBounded(response: Response, most: number): Promise<string> {
  if (!response.body) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new ShopApiError("too_large", { status: response.status });
    }
    chunks.push(value);
  }
  return new TextDecoder().decode(joinBytes(chunks));
}
