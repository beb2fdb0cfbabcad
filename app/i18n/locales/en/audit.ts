export const audit = {
  title: "Audit log",
  lead: "Who did what, and when. Nothing here can be changed or removed.",
  columns: { time: "Time", actor: "Who", act: "What", subject: "On what", address: "IP address" },
  actors: { user: "User", key: "API key", job: "OruCRM" },
  empty: { title: "Nothing yet", body: "Every act of a member, a key or a job is kept here." },
};
