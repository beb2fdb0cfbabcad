import * as z from "zod";
import type { Visit } from "~/domain/accounts/accounts-context";
import { deviceName } from "~/domain/accounts/device.server";

/** What Cloudflare adds to a request; the place is that of the address, to the town at best. */
const placeSchema = z.object({
  city: z.string().max(100).nullish().catch(null),
  country: z.string().length(2).nullish().catch(null),
});

export function visitOf(request: Request): Visit {
  const place = placeSchema.safeParse("cf" in request ? request.cf : {});
  return {
    ip: request.headers.get("CF-Connecting-IP"),
    userAgent: request.headers.get("User-Agent"),
    city: place.data?.city ?? null,
    country: place.data?.country ?? null,
    // Most requests never ask for it.
    get device() {
      return deviceName(this.userAgent);
    },
  };
}
