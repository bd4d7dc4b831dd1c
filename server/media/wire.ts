import { getSupportedRtpCapabilities, type types } from 'mediasoup'
import type {
  ConsumerOptions,
  DtlsParameters,
  RtpCapabilities,
  RtpParameters,
  TransportOptions,
} from '#core/contract/media.ts'
import { MediaError } from './media-error.ts'

/*
 * mediasoup's parameter objects cross the wire as loose, parsed JSON (contract/media.ts). Here they become mediasoup's own
 * types: unknown header extensions fall out, fields a router has no use for too. The worker then checks their meaning.
 */

type Uri = types.RtpHeaderExtensionUri
type Hash = types.FingerprintAlgorithm
type Primitives = Record<string, string | number | boolean>
type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

const knownUris = new Map<string, Uri>(
  (getSupportedRtpCapabilities().headerExtensions ?? []).map(({ uri }): [string, Uri] => [uri, uri]),
)
const knownHashes = new Map<string, Hash>(
  (['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512'] as const).map((hash): [string, Hash] => [hash, hash]),
)

/** Leaves absent what is undefined, so that an optional property stays optional. */
function defined<T extends object>(fields: T): Defined<T> {
  const kept: Defined<T> = { ...fields }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return kept
}

type WireFeedback = { type: string; parameter?: string | undefined }[] | undefined
const feedback = (list: WireFeedback) =>
  (list ?? []).map(({ type, parameter }) => ({ type, ...defined({ parameter }) }))

export function toRtpParameters(wire: RtpParameters): types.RtpParameters {
  return {
    ...defined({ mid: wire.mid, msid: wire.msid }),
    codecs: wire.codecs.map(({ mimeType, payloadType, clockRate, channels, parameters, rtcpFeedback }) => ({
      ...{ mimeType, payloadType, clockRate, rtcpFeedback: feedback(rtcpFeedback) },
      ...defined({ channels, parameters }),
    })),
    headerExtensions: (wire.headerExtensions ?? []).flatMap(({ uri: text, id, encrypt, parameters }) => {
      const uri = knownUris.get(text)
      return uri === undefined ? [] : [{ uri, id, ...defined({ encrypt, parameters }) }]
    }),
    encodings: (wire.encodings ?? []).map(({ ssrc, rid, codecPayloadType, rtx, dtx, scalabilityMode, maxBitrate }) =>
      defined({ ssrc, rid, codecPayloadType, rtx, dtx, scalabilityMode, maxBitrate }),
    ),
    rtcp: defined({ cname: wire.rtcp?.cname, reducedSize: wire.rtcp?.reducedSize }),
  }
}

export function toRtpCapabilities(wire: RtpCapabilities): types.RtpCapabilities {
  return {
    codecs: (wire.codecs ?? []).map(({ kind, mimeType, preferredPayloadType, clockRate, channels, ...codec }) => ({
      ...{ kind, mimeType, preferredPayloadType, clockRate, rtcpFeedback: feedback(codec.rtcpFeedback) },
      ...defined({ channels, parameters: codec.parameters }),
    })),
    headerExtensions: (wire.headerExtensions ?? []).flatMap((extension) => {
      const { kind, preferredId, preferredEncrypt, direction } = extension
      const uri = knownUris.get(extension.uri)
      return uri === undefined ? [] : [{ kind, uri, preferredId, ...defined({ preferredEncrypt, direction }) }]
    }),
  }
}

/** Throws `INVALID_PARAMETERS` for a fingerprint of an unknown hash. */
export function toDtlsParameters(wire: DtlsParameters): types.DtlsParameters {
  return {
    ...defined({ role: wire.role }),
    fingerprints: wire.fingerprints.map(({ algorithm: name, value }) => {
      const algorithm = knownHashes.get(name.toLowerCase())
      if (algorithm === undefined) throw new MediaError('INVALID_PARAMETERS', `Unknown fingerprint hash ${name}.`)
      return { algorithm, value }
    }),
  }
}

function primitives(parameters: Record<string, unknown> | undefined): Primitives {
  const kept: Primitives = {}
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') kept[name] = value
  }
  return kept
}

export function fromRtpParameters(own: types.RtpParameters): RtpParameters {
  return {
    ...own,
    codecs: own.codecs.map((codec) => ({ ...codec, parameters: primitives(codec.parameters) })),
    headerExtensions: (own.headerExtensions ?? []).map(({ uri, id, encrypt }) => ({ uri, id, encrypt })),
  }
}

export function fromRtpCapabilities(own: types.RtpCapabilities): RtpCapabilities {
  return {
    codecs: (own.codecs ?? []).map((codec) => ({ ...codec, parameters: primitives(codec.parameters) })),
    headerExtensions: own.headerExtensions ?? [],
  }
}

export function fromTransport(
  own: types.WebRtcTransport,
  { silence }: Pick<TransportOptions, 'silence'>,
): TransportOptions {
  const { id, iceParameters, iceCandidates, dtlsParameters } = own
  return { id, iceParameters, iceCandidates, dtlsParameters, silence }
}

export function toConsumerOptions(own: types.Consumer): ConsumerOptions {
  const { id, producerId, kind, producerPaused } = own
  return { id, producerId, kind, producerPaused, rtpParameters: fromRtpParameters(own.rtpParameters) }
}
