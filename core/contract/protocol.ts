/** Raised whenever a message changes its meaning. A client with another number is told to reload. */
export const PROTOCOL_VERSION = 1

/** Where the room's Socket.IO listens, on the same port as the pages. */
export const SOCKET_PATH = '/socket'

/** Where a signed-in person's open pages hear of new messages: a Socket.IO of its own (decision 013). */
export const INBOX_PATH = '/inbox'
