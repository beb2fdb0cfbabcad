import { auth } from "./auth";
import { organizations } from "./organizations";
import { privacy } from "./privacy";
import { publicPages } from "./public";

export const visitors = { auth, organizations, privacy, public: publicPages };
