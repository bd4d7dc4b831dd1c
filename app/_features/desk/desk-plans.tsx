import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { dayNumberOf } from '#core/domain/activity/city-calendar.ts'
import { evidenceOf } from '#core/domain/activity/evidence.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { EvidenceStrip } from '#app/_ui/evidence-strip.tsx'
import { Section } from '#app/_ui/section.tsx'

type DeskPlansProps = { plans: HttpOutput<'desk.get'>['plans']; nowEpochMs: number }

/** 教案: those one may write in, the newest first, each with the 竹简 of its session. */
export async function DeskPlans({ plans, nowEpochMs }: DeskPlansProps) {
  const [t, common, locale] = await Promise.all([getTranslations('desk.plans'), getTranslations('common'), getLocale()])
  const updated = (at: string | null) => {
    if (at === null) return t('untouched')
    const epochMs = Date.parse(at)
    return dayNumberOf(epochMs) === dayNumberOf(nowEpochMs)
      ? t('changedToday', { time: clockWords(epochMs) })
      : t('changed', { day: dayWords(epochMs, locale) })
  }
  return (
    <Section title={t('title')} margin="narrow" gap="small">
      {plans.length === 0 ? (
        <p className="text-ink-3">{t('empty')}</p>
      ) : (
        <ul className="[&>li:first-child>a]:pt-0.5">
          {plans.map(({ plan, card, strip }) => {
            const { minutes, changedCount } = evidenceOf(strip, { durationMs: card.replayDurationMs })
            const key = card.linkToken === null ? '' : `?k=${card.linkToken}`
            return (
              <li key={plan.planId} className="border-b border-line">
                <Link
                  href={`/plan/${card.id}${key}`}
                  className="group grid grid-cols-[1fr_9.375rem] items-center gap-x-6 py-2.5 phone:grid-cols-[1fr_5rem]"
                >
                  <strong className="font-song text-body leading-6.5 font-semibold group-hover:text-bamboo">
                    {plan.title}
                  </strong>
                  <span className="row-start-2 text-meta text-ink-3">
                    {updated(plan.updatedAt)}·{common(`states.${card.state}`)}
                  </span>
                  {card.state === 'ended' && minutes.length > 1 && (
                    <span className="col-start-2 row-span-2 row-start-1">
                      <EvidenceStrip
                        minutes={minutes}
                        label={common('evidence', { minutes: minutes.length, changed: changedCount })}
                        className="ml-auto"
                      />
                    </span>
                  )}
                </Link>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
