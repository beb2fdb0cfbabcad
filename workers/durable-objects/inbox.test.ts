import { describe, expect, test } from "vitest";
import { configureInbox, deliver } from "./inbox/inbox-fixture";

describe("an inbox", () => {
  test("[2.1c] stores a signed delivery and answers 200", async () => {
    const { inbox, connectionId } = await configureInbox();
    expect(await deliver(connectionId, { id: 7 })).toEqual({ status: 200, code: "stored" });
    const { deliveries } = await inbox.read(1, 100);
    expect(deliveries).toMatchObject([
      { seq: 1, topic: "order.created", subject: "order:7", body: '{"id":7}' },
    ]);
  });
});
