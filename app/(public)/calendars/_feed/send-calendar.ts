import { createHash } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { CalendarEvent } from '#core/contract/calendar-requests.ts'
import { calendarFile } from '#app/_features/calendar/calendar-file.ts'
import { appDeps } from '#app/_server/app-deps.ts'

const REFRESH_HOURS = 1

type Calendar = {
  events: readonly CalendarEvent[]
  /** Of what is subscribed to; else it is a file to be kept. */
  feedName?: string
  fileName: string
}

/** An iCalendar file; a calendar that comes again for what has not changed is told so. */
export async function sendCalendar(request: Request, { events, feedName, fileName }: Calendar): Promise<Response> {
  const t = await getTranslations('calendar')
  const body = calendarFile({
    events,
    ...(feedName === undefined ? {} : { feed: { name: feedName, refreshHours: REFRESH_HOURS } }),
    urlOf: ({ id, linkToken }) =>
      new URL(`/activities/${id}${linkToken === null ? '' : `?k=${linkToken}`}`, appDeps().publicUrl).href,
    cancelledWord: t('cancelledWord'),
  })
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `${feedName === undefined ? 'attachment' : 'inline'}; filename="${fileName}"`,
    'cache-control': 'private, no-cache',
    etag,
  }
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? []
  if (known.some((one) => one.replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}
