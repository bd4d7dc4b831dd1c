import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { CLIENT_ADDRESS_HEADER } from '#server/usecases/identity/ports.ts'

const proxies = new BlockList()
proxies.addSubnet('127.0.0.0', 8)
proxies.addAddress('::1', 'ipv6')

const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
const plain = (address: string) => (address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address)

/** Whose request this is: the other end of the connection, or what a reverse proxy on this machine says. */
export function clientAddressOf(request: IncomingMessage): string {
  const peer = plain(request.socket.remoteAddress ?? '')
  const forwarded = request.headers['x-forwarded-for']
  const claimed = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').at(-1)?.trim() ?? ''
  const trusted = peer !== '' && isProxy(peer) && isIP(claimed) !== 0
  return trusted ? claimed : peer
}

/**
 * Writes down whose request this is, for rate limits: the other end of the connection, or, where that is a reverse proxy
 * on this machine, the last address in its X-Forwarded-For. Whatever the client itself claimed is overwritten.
 */
export function stampClientAddress(request: IncomingMessage): void {
  request.headers[CLIENT_ADDRESS_HEADER] = clientAddressOf(request)
}
