import { calendarFile } from '#app/_features/activity/calendar-file.ts'
import { appDeps } from '#app/_server/app-deps.ts'
import { callIfFound } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'

type CalendarContext = { params: Promise<{ activityId: string }> }

/** 加入日历: the activity as a file that every calendar reads. */
export async function GET(request: Request, { params }: CalendarContext): Promise<Response> {
  const link = new URL(request.url).searchParams.get('k')
  const detail = await callIfFound('activity.get', {
    activityId: (await params).activityId,
    ...(link === null ? {} : { link }),
  })
  if (detail === null) return new Response(null, { status: 404 })
  const { card } = detail
  const key = card.linkToken === null ? '' : `?k=${card.linkToken}`
  const url = new URL(`/activities/${card.id}${key}`, appDeps().publicUrl).href
  return new Response(calendarFile({ card, url, nowEpochMs: requestTime() }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="tongke-${card.id}.ics"`,
      'cache-control': 'no-store',
    },
  })
}
