import { errors } from 'mediasoup'

/** Why media refused. The owner translates these into the contract's codes. */
export type MediaErrorCode =
  | 'CLOSED' // the peer, room or pool was closed meanwhile
  | 'ROOM_DIED' // its worker is gone; the room is being rebuilt
  | 'NO_WORKER' // none came up in time
  | 'PORT_IN_USE' // another program holds a media port
  | 'TRANSPORT_NOT_FOUND'
  | 'PRODUCER_NOT_FOUND'
  | 'CONSUMER_NOT_FOUND'
  | 'WRONG_DIRECTION' // producing on a receiving transport, or the reverse
  | 'WRONG_KIND' // sound from a camera, say
  | 'CANNOT_CONSUME' // no codec in common
  | 'INVALID_PARAMETERS' // the worker's own checks refused them
  | 'TRANSPORT_QUOTA'
  | 'PRODUCER_QUOTA'
  | 'CONSUMER_QUOTA'
  | 'PEER_QUOTA'

/** An expected refusal of the media layer. Anything else it throws is a bug. */
export class MediaError extends Error {
  readonly code: MediaErrorCode

  constructor(code: MediaErrorCode, message: string, { cause }: { cause?: unknown } = {}) {
    super(message, { cause })
    this.name = 'MediaError'
    this.code = code
  }
}

/**
 * Runs a request to the worker and translates what it throws: a worker that went away becomes `ROOM_DIED`, parameters it
 * does not accept become `INVALID_PARAMETERS`, an object that closed on the way becomes `CLOSED`.
 */
export async function askWorker<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (cause) {
    if (cause instanceof MediaError) throw cause
    if (cause instanceof errors.WorkerClosedError)
      throw new MediaError('ROOM_DIED', 'The media worker is gone.', { cause })
    if (cause instanceof errors.NotFoundError) throw new MediaError('CLOSED', 'Closed meanwhile.', { cause })
    if (cause instanceof TypeError || cause instanceof errors.UnsupportedError) {
      throw new MediaError('INVALID_PARAMETERS', cause.message, { cause })
    }
    throw cause
  }
}
