import { parseArgs } from "node:util";
import { SCENARIOS } from "./scenarios/all";

/** `npm run test:faults [-- R1 R2 --seed 7 --deliveries 2000 --kills 12]`: prints seed, lost and doubled of each. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      deliveries: { type: "string", default: "2000" },
      kills: { type: "string", default: "12" },
      outage: { type: "string", default: "30000" },
    },
  });
  const options = {
    seed: Number(values.seed),
    deliveries: Number(values.deliveries),
    kills: Number(values.kills),
    outageMs: Number(values.outage),
  };
  const chosen = SCENARIOS.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  for (const scenario of chosen) {
    console.log(`${scenario.id} ${scenario.title} (seed ${options.seed})`);
    const started = Date.now();
    const { faults, acknowledged, lost, doubled, unexpected, details } = await scenario.run(options);
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`   ${faults}, ${acknowledged} acknowledged, ${seconds} s`);
    console.log(`   lost ${lost}, doubled ${doubled}, unexpected ${unexpected}`);
    for (const detail of details) console.log(`   ${detail}`);
    if (lost + doubled + unexpected > 0) process.exitCode = 1;
  }
}

await main();
process.exit();
