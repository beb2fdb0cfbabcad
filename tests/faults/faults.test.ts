import { expect, test } from "vitest";
import { killWorker } from "./scenarios/kill-worker";
import { poison } from "./scenarios/poison";

/** The short form of `npm run test:faults`. A failure prints its seed: repeat it with `--seed`. */
const seed = Date.now() % 1_000_000;

test("[2.1c] R1: what was acknowledged survives three kills of the Worker, and has its effect once", async () => {
  const outcome = await killWorker.run({ seed, deliveries: 200, kills: 3, outageMs: 0, minutes: 0 });
  expect({ seed, ...outcome }).toMatchObject({ lost: 0, doubled: 0, unexpected: 0, acknowledged: 200 });
});

test("R5: one poisoned delivery of a hundred is shown as failed, and the others are applied", async () => {
  const outcome = await poison.run({ seed, deliveries: 100, kills: 0, outageMs: 0, minutes: 0 });
  expect({ seed, ...outcome }).toMatchObject({ lost: 0, doubled: 0, unexpected: 0 });
});
