/**
 * Media knows peers, and a peer is one connection: the lobby of a second tab must not end the media of the first. The name
 * of a peer begins with the seat it belongs to, so that a recorder knows whose track it keeps.
 */
export const mediaPeerId = (participantId: string, connectionId: string) => `${participantId}~${connectionId}`

export const participantIdOfPeer = (peerId: string) => peerId.slice(0, peerId.indexOf('~'))
