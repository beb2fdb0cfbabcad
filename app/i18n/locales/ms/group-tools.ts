import { activity } from "./activity";
import { audit } from "./audit";
import { commands } from "./commands";
import { connections } from "./connections";
import { deliveries } from "./deliveries";
import { factors } from "./factors";
import { imports } from "./imports";
import { members } from "./members";
import { notifications } from "./notifications";
import { rights } from "./rights";
import { security } from "./security";
import { settings } from "./settings";
import { support } from "./support";

export const tools = {
  activity,
  audit,
  commands,
  connections,
  deliveries,
  factors,
  imports,
  members,
  notifications,
  rights,
  security,
  settings,
  support,
};
