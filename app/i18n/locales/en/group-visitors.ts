import { auth } from "./auth";
import { privacy } from "./privacy";
import { publicPages } from "./public";

export const visitors = { auth, privacy, public: publicPages };
