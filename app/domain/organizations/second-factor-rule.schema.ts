import * as z from "zod";
import { SECOND_FACTOR_RULES } from "./second-factor-rule";

export const secondFactorRuleSchema = z.object({ rule: z.enum(SECOND_FACTOR_RULES) });
