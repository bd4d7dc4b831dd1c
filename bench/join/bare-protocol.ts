import type { types } from 'mediasoup-client'

/** What a bare page asks of the bare server, by name. */
export interface BareRequests {
  capabilities: Record<string, never>
  create: Record<string, never>
  'connect-transport': { transportId: string; dtlsParameters: types.DtlsParameters }
  produce: { transportId: string; kind: types.MediaKind; rtpParameters: types.RtpParameters }
  producers: Record<string, never>
  consume: {
    transportId: string
    producerId: string
    rtpCapabilities: types.RtpCapabilities
    /** Without it the best one that fits the link. */
    spatialLayer?: number
  }
  resume: { consumerId: string }
}

interface BareAnswers {
  capabilities: { rtpCapabilities: types.RtpCapabilities }
  create: Pick<types.TransportOptions, 'id' | 'iceParameters' | 'iceCandidates' | 'dtlsParameters'>
  'connect-transport': Record<string, never>
  produce: { id: string }
  producers: { ids: string[] }
  consume: { id: string; producerId: string; kind: types.MediaKind; rtpParameters: types.RtpParameters }
  resume: Record<string, never>
}

export type BareAnswer<N extends keyof BareRequests> = BareAnswers[N]
