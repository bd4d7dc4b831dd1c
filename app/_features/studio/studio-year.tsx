import { getLocale, getTranslations } from 'next-intl/server'
import type { StudioDetail } from '#core/contract/http-requests.ts'
import { monthWords } from '#core/domain/activity/time-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Section } from '#app/_ui/section.tsx'

/** More than this in a month stand as a number: the column is no wider. */
const STROKES_MAX = 6

type StudioYearProps = { months: StudioDetail['months']; month: number }

/** 全年: a stroke for each session held, an outline for each planned. `month` is the present one, 0 January. */
export async function StudioYear({ months, month }: StudioYearProps) {
  const [t, locale] = await Promise.all([getTranslations('studio.year'), getLocale()])
  const held = months.reduce((sum, one) => sum + one.held, 0)
  const planned = months.reduce((sum, one) => sum + one.planned, 0)
  return (
    <Section
      title={t('title')}
      note={
        <>
          {t('planned', { count: planned })}
          <br className="phone:hidden" />
          <span className="desk:hidden">{'　'}</span>
          {t('held', { count: held })}
        </>
      }
    >
      <ol className="grid grid-cols-12 text-center text-caption text-ink-3 phone:grid-cols-6 phone:gap-y-4">
        {months.map((one, index) => (
          <li
            key={index}
            className={classNames(index === month && 'font-semibold text-bamboo')}
            {...(index === month ? { 'aria-current': 'date' as const } : {})}
          >
            <span aria-hidden className="mb-1.5 flex h-11 items-end justify-center gap-1 border-b border-line-2">
              <Strokes held={one.held} planned={one.planned} />
            </span>
            {monthWords(index, locale)}
            <span className="sr-only">{t('month', { held: one.held, planned: one.planned })}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Strokes({ held, planned }: { held: number; planned: number }) {
  if (held + planned > STROKES_MAX) {
    return <b className="font-song text-h3 font-semibold text-bamboo">{held + planned}</b>
  }
  return (
    <>
      {Array.from({ length: held }, (_, index) => (
        <i key={`held-${index}`} className="stays-drawn h-8 w-1 bg-bamboo" />
      ))}
      {Array.from({ length: planned }, (_, index) => (
        <i key={`planned-${index}`} className="h-8 w-1 border border-edge" />
      ))}
    </>
  )
}
