/**
 * May a request that changes something come from where it says? A browser names the page's origin on every POST: it must
 * be ours. Programs without an origin carry no victim's cookies; Sec-Fetch-Site tells a browser that hides its origin.
 */
export function isSameOrigin(headers: Headers, { publicUrl }: { publicUrl: URL }): boolean {
  const origin = headers.get('origin')
  if (origin === null) {
    const site = headers.get('sec-fetch-site')
    return site === null || site === 'same-origin' || site === 'none'
  }
  if (!URL.canParse(origin)) return false
  // Reached by another name of this machine (localhost, its address): the cookie is that name's own as well.
  return origin === publicUrl.origin || new URL(origin).host === headers.get('host')
}
