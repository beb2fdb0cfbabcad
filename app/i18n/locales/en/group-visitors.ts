import { account } from "./account";
import { auth } from "./auth";
import { organizations } from "./organizations";
import { privacy } from "./privacy";
import { publicPages } from "./public";

export const visitors = { account, auth, organizations, privacy, public: publicPages };
