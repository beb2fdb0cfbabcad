export const connectionsSetup = {};
