import { parseArgs } from "node:util";
import { SCENARIOS } from "./scenarios/all";

/**
 * `npm run test:faults [-- R1 R2 --seed 7 --deliveries 2000 --kills 12]`: prints seed, lost and doubled of each.
 * `burst --deliveries 20000` and `soak --minutes 20` are measures, which run only when they are named.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      deliveries: { type: "string", default: "2000" },
      kills: { type: "string", default: "12" },
      minutes: { type: "string", default: "1" },
      outage: { type: "string", default: "30000" },
    },
  });
  const options = {
    seed: Number(values.seed),
    deliveries: Number(values.deliveries),
    kills: Number(values.kills),
    outageMs: Number(values.outage),
    minutes: Number(values.minutes),
  };
  const chosen = SCENARIOS.filter(({ id, isMeasure }) =>
    positionals.length === 0 ? !isMeasure : positionals.includes(id),
  );
  for (const scenario of chosen) {
    console.log(`${scenario.id} ${scenario.title} (seed ${options.seed})`);
    const started = Date.now();
    const { faults, figures = [], missed = 0, ...verdict } = await scenario.run(options);
    const { acknowledged, lost, doubled, unexpected, details } = verdict;
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`   ${faults}, ${acknowledged} acknowledged, ${seconds} s`);
    console.log(`   lost ${lost}, doubled ${doubled}, unexpected ${unexpected}`);
    for (const detail of [...figures, ...details]) console.log(`   ${detail}`);
    if (lost + doubled + unexpected + missed > 0) process.exitCode = 1;
  }
}

await main();
process.exit();
