import { getTranslations } from 'next-intl/server'
import { callIfFound } from '#app/_server/call.ts'
import { sendCalendar } from '../../../_feed/send-calendar.ts'

type OwnCalendarContext = { params: Promise<{ token: string }> }

/** 我的日程 for other calendars. Once the address was renewed it is as if it had never been. */
export async function GET(request: Request, { params }: OwnCalendarContext): Promise<Response> {
  const { token } = await params
  const [t, found] = await Promise.all([getTranslations('calendar'), callIfFound('calendar.own-feed', { token })])
  if (found === null) return new Response(null, { status: 404 })
  const { events, personName } = found
  return sendCalendar(request, {
    events,
    feedName: t('feedNames.own', { name: personName }),
    fileName: 'tongke-own.ics',
  })
}
