/** Stands in for reflect-metadata in the deployed Worker: only what reads certificates asks for it. */
export {};
