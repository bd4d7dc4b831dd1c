import { acknowledgement } from '#core/contract/acknowledgement.ts'
import { httpSchemasOf, type HttpInput, type HttpOutput, type HttpRequestName } from '#core/contract/http-requests.ts'

export interface Account {
  username: string
  password: string
}

/** Requests of one person over HTTP, as their pages send them. */
export interface ProductDoor {
  /** Throws with the code of the contract where the server refuses. */
  request: <N extends HttpRequestName>(name: N, input: HttpInput<N>) => Promise<HttpOutput<N>>
}

/** Signs in. Throws where the server does not know the account. */
export async function openProductDoor(url: string, account: Account): Promise<ProductDoor> {
  const signedIn = await post(`${url}/api/auth/sign-in`, { body: account, cookie: '' })
  const cookie = signedIn.cookies.map((one) => one.split(';')[0]).join('; ')
  return {
    request: async (name, input) => {
      const { data } = await post(`${url}/api/rpc/${name}`, { body: input, cookie })
      return httpSchemasOf(name).output.parse(data)
    },
  }
}

async function post(
  address: string,
  { body, cookie }: { body: unknown; cookie: string },
): Promise<{ data: unknown; cookies: string[] }> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(address).origin, cookie },
    body: JSON.stringify(body),
  })
  const answer = acknowledgement.parse(await response.json())
  if (!answer.ok) throw new Error(`${address} answers ${answer.error.code}: ${answer.error.message}`)
  return { data: answer.data, cookies: response.headers.getSetCookie() }
}
