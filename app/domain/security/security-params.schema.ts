import * as z from "zod";
import { readParams } from "~/lib/read-params";
import { pageParams } from "../page-params.schema";
import { SECURITY_KINDS } from "./security-kinds";

/** The page's query string. What is unknown or malformed counts as absent. */
const securityParamsSchema = z.object({
  kind: z.enum(SECURITY_KINDS).optional().catch(undefined),
  user: z.uuid().optional().catch(undefined),
  after: pageParams.after,
  before: pageParams.before,
});

export type SecurityParams = z.output<typeof securityParamsSchema>;

export const readSecurityParams = (params: URLSearchParams) => readParams(securityParamsSchema, params);
