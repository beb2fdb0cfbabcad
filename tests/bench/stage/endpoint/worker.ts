import { startNeonEndpoint } from "../../../../dev/neon-endpoint";

// A Neon endpoint in a process of its own, so that what passes through it delays nobody who measures.
const { port } = await startNeonEndpoint({ postgresPort: Number(process.argv[2]) });
process.send?.(port);
