import { EXPORT_ROWS_MAX, exportName } from '#core/contract/exports.ts'
import type { WireError } from '#core/contract/errors.ts'
import type { HttpInput, HttpOutput, HttpRequestName } from '#core/contract/http-requests.ts'
import { LOCALE_COOKIE, parseLocale } from '#app/_i18n/locales.ts'
import { loadMessages } from '#app/_i18n/messages.ts'
import { appDeps } from '#app/_server/app-deps.ts'
import { clientAddress } from '#app/_server/client-address.ts'
import { refuse, refuseAs } from '#app/_server/respond.ts'
import { sendFile } from '#app/_server/send-file.ts'
import type { Cell } from '../_lists/export-list.ts'
import { EXPORT_LISTS } from '../_lists/lists.ts'
import { writeSheet } from '../_lists/write-sheet.ts'

const MIME_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list as an Excel workbook, narrowed as in its page, and as whoever asks may see it. */
export async function GET(request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> {
  const name = exportName.safeParse((await params).list).data
  if (name === undefined) return refuseAs('NOT_FOUND', '没有这张表。')
  const deps = appDeps()
  try {
    const actor = await deps.identity.actorOf(request.headers)
    const ask = async <N extends HttpRequestName>(asked: N, input: HttpInput<N>): Promise<HttpOutput<N>> => {
      const performed = await deps.perform(asked, { actor, input, address: clientAddress(request.headers) })
      if (performed.ok) return performed.data
      throw new Refused(performed.error)
    }
    const { searchParams } = new URL(request.url)
    const say = await wordsFor(request)
    await ask('export.note', { list: name, filters: searchParams.toString().slice(0, 500) })
    const list = EXPORT_LISTS[name]
    const rows: Cell[][] = []
    for await (const row of list.rows({ ask, say, parameters: Object.fromEntries(searchParams) })) {
      rows.push(row)
      if (rows.length < EXPORT_ROWS_MAX) continue
      rows.push([say('export.cut')])
      break
    }
    const title = say(`export.lists.${name}`)
    const bytes = await writeSheet(rows, { sheet: title, heads: list.heads.map((head) => say(`export.heads.${head}`)) })
    return sendFile({ bytes, mimeType: MIME_TYPE, fileName: `${title}.xlsx` })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.wire)
    return refuse(deps.report(error, { request: `export ${name}` }))
  }
}

/** What the process has refused, as it said it. */
class Refused extends Error {
  readonly wire: WireError

  constructor(wire: WireError) {
    super(wire.message)
    this.wire = wire
  }
}

/** Texts without values in them stand in the tree as they are written. What has no text says its own name. */
async function wordsFor(request: Request): Promise<(key: string) => string> {
  const cookie = new RegExp(`${LOCALE_COOKIE}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1]
  const messages = await loadMessages(parseLocale(cookie), { fresh: false })
  return (key) => {
    const path = key.split('.')
    const found = path.reduce<unknown>(
      (tree, name) => (typeof tree === 'object' && tree !== null ? Reflect.get(tree, name) : undefined),
      messages,
    )
    return typeof found === 'string' ? found : (path.at(-1) ?? key)
  }
}
