// Read by the local runtime: nothing about this machine is sent or asked for.
process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
process.env.WRANGLER_SEND_METRICS = "false";
// Development's traces of every call would be measured with it.
process.env.X_LOCAL_OBSERVABILITY = "false";
process.env.X_LOCAL_EXPLORER = "false";
process.env.WRANGLER_LOG ??= "none";

export {};
