import { setTimeout as sleep } from "node:timers/promises";
import { EVERY_FEW_MINUTES } from "../workers/cron/schedules";
import { rehearseDelivery } from "./demo/rehearse-delivery";
import { welcome } from "./demo/welcome";
import { isPortFree } from "./free-port";
import { startApp } from "./local/app-process";
import { openBackstage } from "./local/backstage";
import { isAnsweringSoon, tickSchedule } from "./local/local-worker";
import { type Place, placeOf, readPort } from "./local/place";
import { claimPlace, publishFacts, releasePlace } from "./local/running";
import { Refusal, reportFailure } from "./refusal";

type Life = { closers: (() => unknown)[]; toldToStop: Promise<void> };

/** `npm run dev`: the whole stack on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const place = placeOf(readPort(process.env.PORT));
  const url = `http://localhost:${place.port}`;
  const running = claimPlace(place, url);
  if (running) {
    console.log(
      `OruCRM already runs at ${running.url}. For a second one with data of its own: PORT=${place.port + 1} npm run dev`,
    );
    return;
  }
  const closers: Life["closers"] = [() => releasePlace(place)];
  try {
    await run(place, url, { closers, toldToStop: untilToldToStop() });
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** Starts one part after the other; what has started is in `closers`. Returns when it is told to stop. */
async function run(place: Place, url: string, { closers, toldToStop }: Life): Promise<void> {
  await requireFreePort(place.port);
  console.log("Starting OruCRM: database, migrations, demo data, app…");
  const backstage = await openBackstage(place, url);
  closers.push(() => backstage.stop());
  const app = startApp(place);
  closers.push(() => app.stop());
  publishFacts(place, backstage.facts, app.pid);
  const ends = [
    toldToStop.then(() => "told" as const),
    app.ended.then(() => "app" as const),
    backstage.ended.then(() => "database" as const),
  ];
  const answers = await Promise.race([isAnsweringSoon(url), ...ends]);
  if (answers === false)
    throw new Refusal(`The app does not answer at ${url}/healthz. See its messages above.`);
  if (answers === true) {
    closers.push(await tickSchedule(url, EVERY_FEW_MINUTES));
    await rehearseDelivery(backstage.facts);
    console.log(await welcome(place, backstage.facts));
  }
  const ended = await Promise.race(ends);
  if (ended !== "told") throw new Refusal(`The ${ended} ended by itself. Start again with "npm run dev".`);
}

/** Waits a moment, because a stack that was just ended gives its port back with a delay. */
async function requireFreePort(port: number): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    // The other family too: a browser may take "localhost" for either.
    if ((await isPortFree(port, "127.0.0.1")) && (await isPortFree(port, "::1"))) return;
    await sleep(200);
  }
  throw new Refusal(
    `Another program uses port ${port}. Stop it, or choose another port: PORT=${port + 1} npm run dev`,
  );
}

/**
 * Ctrl-C often comes twice, from the terminal and through npm: any number of
 * signals means the same. An npm that is ended from outside takes its shell with
 * it and tells us nothing; we notice that our parent changed.
 */
function untilToldToStop(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
    if (process.env.npm_lifecycle_event === undefined) return;
    setInterval(() => process.ppid !== parent && resolve(), 1_000).unref();
  });
}

await main().catch(reportFailure);
process.exit();
