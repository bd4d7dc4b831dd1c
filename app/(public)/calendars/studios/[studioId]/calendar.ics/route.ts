import { callIfFound } from '#app/_server/call.ts'
import { sendCalendar } from '../../../_feed/send-calendar.ts'

type StudioCalendarContext = { params: Promise<{ studioId: string }> }

/** The activities of a studio for other calendars: those that are anybody's to see. */
export async function GET(request: Request, { params }: StudioCalendarContext): Promise<Response> {
  const { studioId } = await params
  const found = await callIfFound('calendar.feed', { studioId })
  if (found === null) return new Response(null, { status: 404 })
  const { events, studioName } = found
  return sendCalendar(request, { events, feedName: studioName ?? '', fileName: 'tongke-studio.ics' })
}
