const PLAIN_HOST = /^[\w.-]+(:\d+)?$|^\[[0-9a-fA-F:.]+\](:\d+)?$/

export type PolicyInput = {
  /** Base64, fresh for every request. */
  nonce: string
  /** The Host header as received; ignored when it is not a plain host. */
  host: string
  isDevelopment: boolean
}

/**
 * The policy for one page. Inline style attributes are allowed (React writes widths and positions that way); style
 * elements and scripts need the nonce. Development adds what the bundler's refresh and React's stack traces need.
 */
export function contentSecurityPolicy({ nonce, host, isDevelopment }: PolicyInput): string {
  // Older Safari does not count a WebSocket of the same host as 'self'.
  const sockets = PLAIN_HOST.test(host) ? ` ws://${host} wss://${host}` : ''
  const directives = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    // The development overlay writes style elements without a nonce.
    isDevelopment ? `style-src-elem 'self' 'unsafe-inline'` : `style-src-elem 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `connect-src 'self'${sockets}`,
    `img-src 'self' blob: data:`,
    `media-src 'self' blob:`,
    `font-src 'self'`,
    `worker-src 'self' blob:`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `object-src 'none'`,
  ]
  return directives.join('; ')
}
