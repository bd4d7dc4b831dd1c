import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { StudioDetail } from '#core/contract/http-requests.ts'
import { dateWords } from '#core/domain/activity/time-words.ts'
import { FactList, type Fact } from '#app/_ui/fact-list.tsx'
import { Section } from '#app/_ui/section.tsx'

type StudioRoomProps = { room: StudioDetail['room']; school: string; editor: ReactNode }

/** 学校工作室: what the host school has set up. Nothing where there is nothing to tell and nobody who could. */
export async function StudioRoom({ room: { plateOn, place, equipment, books }, school, editor }: StudioRoomProps) {
  const [t, locale] = await Promise.all([getTranslations('studio.room'), getLocale()])
  const facts: Fact[] = [
    ...(place === '' ? [] : [{ term: t('place'), value: `${school} ${place}` }]),
    ...(plateOn === null
      ? []
      : [{ term: t('plateOn'), value: dateWords(Date.parse(`${plateOn}T00:00:00+08:00`), locale) }]),
    ...(equipment.length === 0 ? [] : [{ term: t('equipment'), value: equipment.join('、') }]),
    ...(books === null ? [] : [{ term: t('books'), value: t('bookCount', { count: books }) }]),
  ]
  if (facts.length === 0 && editor === null) return null
  return (
    <Section title={t('title')}>
      {facts.length === 0 ? (
        <p className="text-ink-3">{t('none')}</p>
      ) : (
        <FactList facts={facts} className="max-w-160" />
      )}
      {editor !== null && <p className="pt-3">{editor}</p>}
    </Section>
  )
}
