import { z } from 'zod'
import { id } from './fields.ts'
import { mediaSource } from './timeline.ts'

/** How long the last picture of who may come back stands; whoever sends nothing by then has it off. */
export const RETURN_GRACE_MS = 5_000

/*
 * mediasoup's own parameter objects cross the wire as they are. The worker checks their meaning; here we bound their
 * shape and size, so that nothing but plain, small JSON reaches it.
 */
const MAX_JSON_CHARS = 24_000
const small = <T extends z.ZodType>(schema: T) =>
  schema.refine((value) => JSON.stringify(value).length <= MAX_JSON_CHARS, { message: '内容过大。' })

const codecParameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const rtcpFeedback = z.object({ type: z.string(), parameter: z.string().optional() })

export const rtpCapabilities = small(
  z.object({
    codecs: z
      .array(
        z.object({
          kind: z.enum(['audio', 'video']),
          mimeType: z.string(),
          preferredPayloadType: z.number().int(),
          clockRate: z.number().int(),
          channels: z.number().int().optional(),
          parameters: codecParameters.optional(),
          rtcpFeedback: z.array(rtcpFeedback).optional(),
        }),
      )
      .max(60)
      .optional(),
    headerExtensions: z
      .array(
        z.object({
          kind: z.enum(['audio', 'video']),
          uri: z.string(),
          preferredId: z.number().int(),
          preferredEncrypt: z.boolean().optional(),
          direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
        }),
      )
      .max(60)
      .optional(),
  }),
)
export type RtpCapabilities = z.infer<typeof rtpCapabilities>

export const rtpParameters = small(
  z.object({
    mid: z.string().max(32).optional(),
    msid: z.string().max(256).optional(),
    codecs: z
      .array(
        z.object({
          mimeType: z.string(),
          payloadType: z.number().int(),
          clockRate: z.number().int(),
          channels: z.number().int().optional(),
          parameters: codecParameters.optional(),
          rtcpFeedback: z.array(rtcpFeedback).optional(),
        }),
      )
      .max(20),
    headerExtensions: z
      .array(
        z.object({
          uri: z.string(),
          id: z.number().int(),
          encrypt: z.boolean().optional(),
          parameters: codecParameters.optional(),
        }),
      )
      .max(30)
      .optional(),
    encodings: z
      .array(
        z.object({
          ssrc: z.number().int().optional(),
          rid: z.string().max(32).optional(),
          codecPayloadType: z.number().int().optional(),
          rtx: z.object({ ssrc: z.number().int() }).optional(),
          dtx: z.boolean().optional(),
          scalabilityMode: z.string().max(16).optional(),
          scaleResolutionDownBy: z.number().optional(),
          maxBitrate: z.number().int().optional(),
          active: z.boolean().optional(),
          maxFramerate: z.number().optional(),
          priority: z.string().max(16).optional(),
          networkPriority: z.string().max(16).optional(),
        }),
      )
      .max(4)
      .optional(),
    rtcp: z
      .object({
        cname: z.string().max(64).optional(),
        reducedSize: z.boolean().optional(),
        mux: z.boolean().optional(),
      })
      .optional(),
  }),
)
export type RtpParameters = z.infer<typeof rtpParameters>

export const dtlsParameters = small(
  z.object({
    role: z.enum(['auto', 'client', 'server']).optional(),
    fingerprints: z
      .array(z.object({ algorithm: z.string().max(16), value: z.string().max(256) }))
      .min(1)
      .max(8),
  }),
)
export type DtlsParameters = z.infer<typeof dtlsParameters>

export const iceParameters = z.object({
  usernameFragment: z.string(),
  password: z.string(),
  iceLite: z.boolean().optional(),
})

/** Every browser with WebRTC plays it (RFC 7742); H.264 is a plug-in in Firefox, which need not be there. */
export const COMMON_VIDEO_CODEC = 'video/VP8'

export const producerInfo = z.object({
  producerId: id,
  participantId: id,
  source: mediaSource,
  kind: z.enum(['audio', 'video']),
  paused: z.boolean(),
})
export type ProducerInfo = z.infer<typeof producerInfo>

export const consumerOptions = z.object({
  id,
  producerId: id,
  kind: z.enum(['audio', 'video']),
  rtpParameters,
  producerPaused: z.boolean(),
})
export type ConsumerOptions = z.infer<typeof consumerOptions>

export const transportOptions = z.object({
  id,
  iceParameters,
  iceCandidates: z.array(
    z.object({
      foundation: z.string(),
      priority: z.number(),
      address: z.string(),
      ip: z.string(),
      protocol: z.enum(['udp', 'tcp']),
      port: z.number().int(),
      type: z.string(),
      tcpType: z.string().optional(),
    }),
  ),
  dtlsParameters,
  /** Brings a receiving path up (ICE, DTLS) before there is anything to receive: it never carries a packet. */
  silence: consumerOptions.nullable(),
})
export type TransportOptions = z.infer<typeof transportOptions>
