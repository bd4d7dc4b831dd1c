import type { types } from 'mediasoup-client'
import { z } from 'zod'
import { iceParameters, rtpCapabilities, rtpParameters, transportOptions } from '#core/contract/media.ts'

/*
 * mediasoup's parameter objects: the contract has bounded their shape, the library checks their meaning when it uses them.
 * Its types are narrower (closed lists of header extensions), and are claimed here, after the contract's check.
 */
const checked = <Library>(schema: z.ZodType) => z.custom<Library>((value) => schema.safeParse(value).success)

const libraryCapabilities = checked<types.RtpCapabilities>(rtpCapabilities)
const libraryParameters = checked<types.RtpParameters>(rtpParameters)
const libraryTransport = checked<types.TransportOptions>(transportOptions)
const libraryIce = checked<types.IceParameters>(iceParameters)

export const toCapabilities = (wire: unknown): types.RtpCapabilities => libraryCapabilities.parse(wire)
export const toParameters = (wire: unknown): types.RtpParameters => libraryParameters.parse(wire)
export const toTransport = (wire: unknown): types.TransportOptions => libraryTransport.parse(wire)
export const toIce = (wire: unknown): types.IceParameters => libraryIce.parse(wire)
export const fromCapabilities = (own: types.RtpCapabilities) => rtpCapabilities.parse(own)
export const fromParameters = (own: types.RtpParameters) => rtpParameters.parse(own)
