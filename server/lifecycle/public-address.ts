import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'
import { join } from 'node:path'
import type { Config } from '#server/config/config.ts'
import { pickLanAddress } from './lan-address.ts'
import { ensureLanCertificate, type Certificate } from './lan-certificate.ts'
import { StartFault } from './start-fault.ts'

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

const LOOPBACK = '127.0.0.1'

/** How this machine is reached. */
export type Exposure =
  | { kind: 'this-machine' }
  /** `--lan` */
  | { kind: 'network'; address: string; certificate: Certificate }

/** @throws StartFault when `--lan` is asked for on a machine without a network */
export async function decideExposure(config: Config): Promise<Exposure> {
  if (!config.lan) return { kind: 'this-machine' }
  const address = config.media.announcedAddress ?? pickLanAddress(networkInterfaces())
  if (address === undefined) {
    throw new StartFault({
      what: '没有找到本机的局域网地址。This machine has no address on a network.',
      remedy:
        '请先连上网络，或用 TONGKE_MEDIA_ANNOUNCED_ADDRESS 写明地址。Connect to a network first, or set the address.',
    })
  }
  const certificate = await ensureLanCertificate({ folder: join(config.dataDir, 'tls'), address, now: new Date() })
  return { kind: 'network', address, certificate }
}

/** The address that people open, and the origin that requests must come from. */
export function publicUrlOf(config: Config, { exposure, port }: { exposure: Exposure; port: number }): URL {
  if (config.http.publicUrl !== undefined) return config.http.publicUrl
  return exposure.kind === 'network'
    ? new URL(`https://${exposure.address}:${port}`)
    : new URL(`http://localhost:${port}`)
}

/** Where browsers send sound and picture to, in the first place. */
export function announcedAddressOf(config: Config, { exposure }: { exposure: Exposure }): string {
  return config.media.announcedAddress ?? (exposure.kind === 'network' ? exposure.address : LOOPBACK)
}

/**
 * Where browsers on this machine send to that have no path to loopback (decision 007), or `null`: others are served too, by an
 * address that everybody reaches, or the machine has no other address.
 */
export function secondMediaIpOf(
  { http, media }: Pick<Config, 'http' | 'media'>,
  { exposure, interfaces }: { exposure: Exposure; interfaces: Interfaces },
): string | null {
  const servesThisMachineOnly =
    exposure.kind === 'this-machine' && http.host === LOOPBACK && media.announcedAddress === undefined
  return servesThisMachineOnly ? (pickLanAddress(interfaces) ?? null) : null
}
