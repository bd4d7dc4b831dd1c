'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { clockWords } from '#core/domain/activity/time-words.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { spanOf, type ActivityFormValues } from './form-values.ts'

const TYPING_PAUSE_MS = 400

type Clashes = HttpOutput<'activity.clashes'>
type ClashNotesProps = { activityId: string | null; values: ActivityFormValues }

/** Who of those that have a part in it is elsewhere at that time, and what the whole city does then. Says nothing else. */
export function ClashNotes({ activityId, values }: ClashNotesProps) {
  const t = useTranslations('activity.form.clashes')
  const clashes = useClashes({ activityId, values })
  const isClear = clashes === null || clashes.people.length + clashes.cityEvents.length === 0
  const times = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({
    ...{ from: clockWords(Date.parse(startsAt)), to: clockWords(Date.parse(endsAt)) },
  })
  return (
    <div role="status" className="max-w-160">
      {!isClear && (
        <div className="mt-4 rounded-control bg-ochre-wash px-4 py-3 text-ochre">
          <p className="flex items-center gap-2 font-medium">
            <Icon of={TriangleAlert} />
            {t('title')}
          </p>
          <ul className="pt-1 pl-6.5">
            {clashes.people.map((one, index) => (
              <li key={index}>{t('person', { name: one.name, title: one.title ?? t('hidden'), ...times(one) })}</li>
            ))}
            {clashes.cityEvents.map((one) => (
              <li key={one.id}>{t('city', { title: one.title, ...times(one) })}</li>
            ))}
          </ul>
          <p className="pt-1 pl-6.5 text-meta">{t('still')}</p>
        </div>
      )}
    </div>
  )
}

/** Null until the first answer; what was answered stands while the next is under way, or where none comes. */
function useClashes({ activityId, values }: ClashNotesProps): Clashes | null {
  const [clashes, setClashes] = useState<Clashes | null>(null)
  const span = spanOf(values)
  const people = values.people.map(({ personId }) => personId).join(' ')
  const [startsAt, endsAt] = [span?.startsAt, span?.endsAt]
  useEffect(() => {
    if (startsAt === undefined || endsAt === undefined) return undefined
    const asking = new AbortController()
    const personIds = people === '' ? [] : people.split(' ')
    const timer = setTimeout(() => {
      httpRequest('activity.clashes', { activityId, startsAt, endsAt, personIds }, { signal: asking.signal }).then(
        setClashes,
        // Nobody waits for it: the form is as good without.
        () => undefined,
      )
    }, TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [activityId, startsAt, endsAt, people])
  return clashes
}
