export const bulk = {
  failures: { title: "Not changed", id: "Record", name: "Name or number", reason: "Why not" },
};
