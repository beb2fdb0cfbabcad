import { activity } from "./activity";
import { audit } from "./audit";
import { commands } from "./commands";
import { connections } from "./connections";
import { deliveries } from "./deliveries";
import { factors } from "./factors";
import { imports } from "./imports";
import { mapping } from "./mapping";
import { members } from "./members";
import { notifications } from "./notifications";
import { proof } from "./proof";
import { pulse } from "./pulse";
import { receipts } from "./receipts";
import { rights } from "./rights";
import { security } from "./security";
import { settings } from "./settings";
import { shopAccess } from "./shop-access";
import { status } from "./status";
import { support } from "./support";

export const tools = {
  activity,
  audit,
  commands,
  connections,
  deliveries,
  factors,
  imports,
  mapping,
  members,
  notifications,
  proof,
  receipts,
  pulse,
  rights,
  security,
  settings,
  shopAccess,
  status,
  support,
};
