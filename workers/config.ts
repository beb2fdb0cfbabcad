import { type Config, readConfig } from "~/env.server";

const known = new WeakMap<object, Config>();

/** The checked configuration of this isolate's bindings. */
export function configOf(env: object): Config {
  const config = known.get(env) ?? readConfig(env);
  known.set(env, config);
  return config;
}
