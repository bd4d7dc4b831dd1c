import type { NotificationCard } from '#core/contract/notifications.ts'
import { clockWords, dayWords } from '../activity/time-words.ts'

type Params = NonNullable<NotificationCard['said']>['params']

/** What the words are made from: an instant as one reads it, in the city's time. */
export function readableParams(params: Params, locale: string): Params {
  const { startsAt } = params
  if (typeof startsAt !== 'string') return params
  const epochMs = Date.parse(startsAt)
  return { ...params, startsAt: `${dayWords(epochMs, locale)} ${clockWords(epochMs)}` }
}
