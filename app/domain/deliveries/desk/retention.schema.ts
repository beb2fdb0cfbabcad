import * as z from "zod";
import { RETENTION_CHOICES } from "./retention";

const CHOICES = RETENTION_CHOICES.map(String);

/** The days as the form sends them. */
export const retentionSchema = z.object({ days: z.enum(CHOICES).transform(Number) });
