import type { NetworkInterfaceInfo } from 'node:os'

/** Bridges, containers and tunnels: colleagues in the room cannot reach these. */
const VIRTUAL_INTERFACE = /^(docker|br-|veth|virbr|vmnet|tun|tap|wg|tailscale|zt|lo)/

/**
 * The IPv4 address under which other machines of the same network reach this one, or `undefined`.
 * Prefers private ranges (RFC 1918) on real interfaces.
 */
export function pickLanAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string | undefined {
  const candidates = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, rank: (VIRTUAL_INTERFACE.test(name) ? 2 : 0) + (isPrivate(address) ? 0 : 1) })),
  )
  return candidates.sort((a, b) => a.rank - b.rank)[0]?.address
}

function isPrivate(address: string): boolean {
  const [first = 0, second = 0] = address.split('.').map(Number)
  return first === 10 || (first === 172 && second >= 16 && second <= 31) || (first === 192 && second === 168)
}
