/** Raised whenever a message changes its meaning. A client with another number is told to reload. */
export const PROTOCOL_VERSION = 1
