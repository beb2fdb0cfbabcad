// The door of `npm run dev`. Plain JavaScript, so that it can say in words what is
// missing before anything else is loaded.
import { existsSync } from "node:fs";

const [major] = process.versions.node.split(".");
if (!existsSync(new URL("../node_modules/tsx", import.meta.url))) {
  console.error('The dependencies are not installed. Run "npm install" first.');
  process.exitCode = 1;
} else if (Number(major) < 24) {
  console.error(
    `This is Node ${process.versions.node}, and the project brings its own Node 24. Start with "npm run dev"; if that is what you did, run "npm install" again and let it run install scripts.`,
  );
  process.exitCode = 1;
} else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./start.ts");
}
