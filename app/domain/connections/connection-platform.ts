import * as z from "zod";
import { PLATFORMS } from "~/connectors/registry";

/** The platforms that can be connected today, as the database's text names them. */
export const platformSchema = z.enum(PLATFORMS);
