import { audit } from "./audit";
import { connections } from "./connections";
import { connectionsSetup } from "./connections-setup";
import { deliveries } from "./deliveries";
import { members } from "./members";
import { settings } from "./settings";

export const tools = { audit, connections, connectionsSetup, deliveries, members, settings };
