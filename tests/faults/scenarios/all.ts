import { burst } from "./burst";
import { killWorker } from "./kill-worker";
import { poison } from "./poison";
import { sameBatchTwice } from "./same-batch-twice";
import type { Scenario } from "./scenario";
import { soak } from "./soak";
import { stopDatabase } from "./stop-database";

export const SCENARIOS: readonly Scenario[] = [killWorker, stopDatabase, poison, sameBatchTwice, burst, soak];
