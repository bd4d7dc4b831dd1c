import type { types } from 'mediasoup'
import { askWorker } from './media-error.ts'

/** Of a producer that no packet ever comes from, any will do. */
const SSRC = 1
const PAYLOAD_TYPE = 100

/** What a consumer of silence is marked with. */
export const SILENCE = { isSilence: true } as const

/** It carries nothing: a worker's load is counted without it. */
export const isSilence = ({ appData }: types.Consumer): boolean => appData['isSilence'] === SILENCE.isSilence

/**
 * A producer inside of the room that never sends. A browser brings a receiving path up (ICE, DTLS) with the first thing it
 * receives: with silence in the lobby, so that the first face does not wait for it.
 */
export async function openSilence({ router }: { router: types.Router }): Promise<types.Producer> {
  const transport = await askWorker(() => router.createDirectTransport())
  return await askWorker(() =>
    transport.produce({
      kind: 'audio',
      rtpParameters: {
        codecs: [{ mimeType: 'audio/opus', payloadType: PAYLOAD_TYPE, clockRate: 48_000, channels: 2 }],
        encodings: [{ ssrc: SSRC }],
      },
    }),
  )
}
