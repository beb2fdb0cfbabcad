declare module "virtual:promise-tests" {
  /** The titles of the tests that name a promise, by its id; read when the app is built. */
  const titles: Record<string, string[]>;
  export default titles;
}
