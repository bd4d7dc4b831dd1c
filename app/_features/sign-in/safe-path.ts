/** Where signing in leads back to: a path of our own, never another site. */
export function safePath(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith('/')) return '/desk'
  const here = new URL('http://tongke.invalid')
  const resolved = URL.canParse(wanted, here) ? new URL(wanted, here) : null
  if (resolved === null || resolved.origin !== here.origin || resolved.pathname === '/sign-in') return '/desk'
  // `/..//elsewhere` resolves to a path of ours that a browser would read as another site.
  if (resolved.pathname.startsWith('//')) return '/desk'
  return `${resolved.pathname}${resolved.search}${resolved.hash}`
}
