import { callIfFound } from '#app/_server/call.ts'
import { sendCalendar } from '../../../calendars/_feed/send-calendar.ts'

type CalendarContext = { params: Promise<{ activityId: string }> }

/** 加入日历: the activity as a file that every calendar reads. */
export async function GET(request: Request, { params }: CalendarContext): Promise<Response> {
  const link = new URL(request.url).searchParams.get('k')
  const { activityId } = await params
  const found = await callIfFound('calendar.event', { activityId, ...(link === null ? {} : { link }) })
  if (found === null) return new Response(null, { status: 404 })
  return sendCalendar(request, { ...found, fileName: `tongke-${activityId}.ics` })
}
