import { AppError } from "~/lib/app-error";
import type { JobStep } from "../jobs/job-step";

export const importRehearsalStep: JobStep = async () => {
  throw new AppError("unavailable", "imports:errors.notNow");
};
