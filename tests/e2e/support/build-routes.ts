import { join } from "node:path";
import * as z from "zod";
import { PROJECT } from "../../../dev/local/place";

const handler = z.custom<unknown>((value) => typeof value === "function").optional();
const buildSchema = z.object({
  routes: z.record(
    z.string(),
    z.object({
      index: z.boolean().optional(),
      module: z.object({ loader: handler, action: handler, default: handler }),
    }),
  ),
});

export type BuildRoute = {
  id: string;
  isIndex: boolean;
  hasLoader: boolean;
  hasAction: boolean;
  isPage: boolean;
};

/** The routes that the built server has. */
export async function listBuildRoutes(): Promise<BuildRoute[]> {
  const { routes } = buildSchema.parse(await import(join(PROJECT, "build/server/index.js")));
  return Object.entries(routes).map(([id, { index, module }]) => ({
    id,
    isIndex: index === true,
    hasLoader: module.loader !== undefined,
    hasAction: module.action !== undefined,
    isPage: module.default !== undefined,
  }));
}
