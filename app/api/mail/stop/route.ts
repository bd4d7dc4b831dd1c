import { appDeps } from '#app/_server/app-deps.ts'
import { clientAddress } from '#app/_server/client-address.ts'
import { respond } from '#app/_server/respond.ts'

const GUEST = { kind: 'guest', guestKey: null } as const
const keyOf = (request: Request) => new URL(request.url).searchParams.get('k') ?? ''

/**
 * The one press of a mail program (RFC 8058): it comes without a session and without an origin, and the key in the address is
 * all that it needs. Nothing else can be done with it.
 */
export async function POST(request: Request): Promise<Response> {
  const asked = { actor: GUEST, input: { key: keyOf(request) }, address: clientAddress(request.headers) }
  return respond(await appDeps().perform('mail.stop', asked))
}

/** Programs that only follow links, and people: to the page with the button. */
export function GET(request: Request): Response {
  const location = new URL(`/mail/stop?k=${encodeURIComponent(keyOf(request))}`, appDeps().publicUrl)
  return Response.redirect(location, 303)
}
