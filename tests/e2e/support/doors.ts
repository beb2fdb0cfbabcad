import { ACCESS_MATRIX } from "../access-matrix";
import type { Access, World } from "../access-rules";
import type { BuildRoute } from "./build-routes";

/** One loader or one intent of an action, and how to ask for it alone. */
export type Door = {
  name: string;
  access: Access;
  answer: number | undefined;
  isOfAdmins: boolean;
  /** Null for a loader. */
  fields: Record<string, string> | null;
  url: (world: World) => string;
};

/** Every door of the matrix, addressed as the build's routes want it. */
export function listDoors(routes: readonly BuildRoute[]): Door[] {
  return routes.flatMap((route) => {
    const entry = ACCESS_MATRIX[route.id];
    if (!entry) return [];
    const { path, loader, answer, isOfAdmins = false, actions = {} } = entry;
    const found: Door[] = Object.entries(actions).map(([intent, action]) => ({
      name: `${route.id} ${intent}`,
      access: action.access,
      answer: action.answer,
      isOfAdmins,
      fields: action.fields,
      url: (world) => actionUrl(route, path(world)),
    }));
    if (loader === undefined) return found;
    const url = (world: World) => loaderUrl(route, path(world));
    return [{ name: `${route.id} GET`, access: loader, answer, isOfAdmins, fields: null, url }, ...found];
  });
}

/** A page's loader is asked alone, as navigations do; without it, its parents would answer for it. */
function loaderUrl(route: BuildRoute, path: string): string {
  return route.isPage ? dataPath(path, `_routes=${encodeURIComponent(route.id)}`) : path;
}

function actionUrl(route: BuildRoute, path: string): string {
  return route.isPage ? dataPath(path, route.isIndex ? "index" : "") : path;
}

/** The address that navigations ask for `path` at, with `more` in its query. */
function dataPath(path: string, more: string): string {
  const [place = "", query = ""] = path.split("?");
  const search = [query, more].filter(Boolean).join("&");
  return `${place === "/" ? "/_root" : place}.data${search && `?${search}`}`;
}
