export const GUEST_COOKIE = 'tongke-guest'

const GUEST_KEY = /^[A-Za-z0-9_-]{43}$/
const GUEST_MAX_AGE_SECONDS = 180 * 24 * 3_600

/** The secret of a guest, or null when there is none or it is not of our making. */
export function readGuestKey(headers: Headers): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === GUEST_COOKIE && value !== undefined && GUEST_KEY.test(value)) return value
  }
  return null
}

export function guestCookie(key: string, { secure }: { secure: boolean }): string {
  const attributes = `Path=/; Max-Age=${GUEST_MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax`
  return `${GUEST_COOKIE}=${key}; ${attributes}${secure ? '; Secure' : ''}`
}
