import type { CalendarDate, Time } from '@internationalized/date'
import { parseDate, parseTime } from '@internationalized/date'
import { z } from 'zod'
import {
  activityEntry,
  activityKind,
  activityVenue,
  type ActivityInput,
  type PersonCard,
} from '#core/contract/activity.ts'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { NO_REGISTRATION, registrationTerms } from '#core/contract/registration-terms.ts'
import { schoolStage, schoolSubject } from '#core/contract/schooling.ts'
import { cityTime } from '#core/domain/activity/city-calendar.ts'

export const FORM_ROLES = ['presenter', 'speaker', 'note-taker', 'observer'] as const
const formRole = z.enum(FORM_ROLES)
export type FormRole = z.infer<typeof formRole>

/** What is in the form: text as typed, also while it is not right yet. Kept on this device until it is saved. */
export const activityFormValues = z.object({
  /** A studio's id, or 'own' for the organisation itself. */
  place: z.string(),
  kind: activityKind.nullable(),
  title: z.string(),
  question: z.string(),
  /** 2026-11-25 */
  date: z.string().nullable(),
  /** 19:00:00 */
  from: z.string().nullable(),
  to: z.string().nullable(),
  agenda: z.array(
    z.object({
      /** For React and for the focus; the contract's id is `itemId`. */
      key: z.string(),
      itemId: z.string().optional(),
      title: z.string(),
      minutes: z.number(),
      note: z.string(),
    }),
  ),
  people: z.array(z.object({ personId: z.string(), name: z.string(), organisation: z.string(), role: formRole })),
  entry: activityEntry,
  willRecord: z.boolean(),
  isCityEvent: z.boolean().default(false),
  registration: registrationTerms.default(NO_REGISTRATION),
  venueMode: activityVenue.shape.mode.default('online'),
  where: z.string().default(''),
  subjects: z.array(schoolSubject).default([]),
  stages: z.array(schoolStage).default([]),
})
export type ActivityFormValues = z.infer<typeof activityFormValues>
export type AgendaRow = ActivityFormValues['agenda'][number]

const OFFSET = '+08:00'
const DEFAULT_FROM = '19:00:00'
const DEFAULT_TO = '20:30:00'
const OWN = 'own'

export const placeOf = (studioId: string | null) => studioId ?? OWN

/** An activity of next week's same day, in the evening. */
export function emptyForm({ place, nowEpochMs }: { place: string; nowEpochMs: number }): ActivityFormValues {
  const noon = cityTime(nowEpochMs, { dayOffset: 7, hours: 12, minutes: 0 })
  return {
    place,
    kind: null,
    title: '',
    question: '',
    date: new Date(noon).toISOString().slice(0, 10),
    from: DEFAULT_FROM,
    to: DEFAULT_TO,
    agenda: [],
    people: [],
    entry: 'city',
    willRecord: true,
    isCityEvent: false,
    registration: NO_REGISTRATION,
    ...{ venueMode: 'online', where: '', subjects: [], stages: [] },
  }
}

type Shown = Omit<HttpOutput<'activity.get'>, 'planText' | 'agendaItemId'>

export function formOf({ card, agenda, people, willRecord, registration }: Shown): ActivityFormValues {
  const [from, to] = [localParts(card.startsAt), localParts(card.endsAt)]
  return {
    place: placeOf(card.studio?.id ?? null),
    kind: card.kind,
    title: card.title,
    question: card.question,
    date: from.date,
    from: from.time,
    to: to.time,
    agenda: agenda.map(({ id, title, minutes, note }) => ({ key: id, itemId: id, title, minutes, note: note ?? '' })),
    people: people.flatMap(({ person, role }) => {
      const known = formRole.safeParse(role)
      return known.success ? [personRow(person, known.data)] : []
    }),
    entry: card.entry,
    willRecord,
    isCityEvent: card.isCityEvent,
    ...{ venueMode: card.venue.mode, where: card.venue.where, subjects: card.subjects, stages: card.stages },
    registration:
      registration === null ? NO_REGISTRATION : { mode: registration.mode, capacity: registration.capacity },
  }
}

export const personRow = ({ id, name, organisation }: PersonCard, role: FormRole) => ({
  personId: id,
  name,
  organisation,
  role,
})

/** The clock of the city, which has no summer time. */
function localParts(instant: string): { date: string; time: string } {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 19) }
}

export const dateValue = (date: string | null): CalendarDate | null => (date === null ? null : parseDate(date))
export const timeValue = (time: string | null): Time | null => (time === null ? null : parseTime(time))

/** An end that is earlier than the start is the next day's. */
export const endsNextDay = ({ from, to }: Pick<ActivityFormValues, 'from' | 'to'>): boolean =>
  from !== null && to !== null && to < from

/** Null while date and times are not all there. */
export function spanOf(values: Pick<ActivityFormValues, 'date' | 'from' | 'to'>) {
  const { date, from, to } = values
  if (date === null || from === null || to === null) return null
  const endDate = endsNextDay(values) ? parseDate(date).add({ days: 1 }).toString() : date
  return { startsAt: `${date}T${from}${OFFSET}`, endsAt: `${endDate}T${to}${OFFSET}` }
}

/** What the contract wants. Call it only when `findMistakes` has found none. */
export function toActivityInput(values: ActivityFormValues): ActivityInput {
  const { kind, date: _date, from: _from, to: _to, place, agenda, people, venueMode, where, ...rest } = values
  const span = spanOf(values)
  if (kind === null || span === null) throw new Error('the form is not complete')
  return {
    ...rest,
    venue: { mode: venueMode, where: venueMode === 'online' ? '' : where.trim() },
    studioId: place === OWN ? null : place,
    kind,
    ...span,
    agenda: agenda.map(({ itemId, title, minutes, note }) => ({
      ...(itemId === undefined ? {} : { id: itemId }),
      title,
      minutes,
      ...(note.trim() === '' ? {} : { note }),
    })),
    roles: people.map(({ personId, role }) => ({ personId, role })),
  }
}
