import { getLocale, getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { Paper } from '#app/_ui/paper.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { planExcerpt } from './plan-excerpt.ts'

/** 教案: its first written lines on their sheet, for whoever may read it. */
export async function ActivityPlan({ detail: { card, plan, planText } }: { detail: HttpOutput<'activity.get'> }) {
  const [t, locale] = await Promise.all([getTranslations('activity.plan'), getLocale()])
  if (plan === null) return null
  const sections = planExcerpt(planText)
  const updatedAt = plan.updatedAt === null ? null : Date.parse(plan.updatedAt)
  const updated =
    updatedAt === null ? null : t('updated', { day: dayWords(updatedAt, locale), time: clockWords(updatedAt) })
  const key = card.linkToken === null ? '' : `?k=${card.linkToken}`
  return (
    <Section
      title={t('title')}
      margin="narrow"
      gap="small"
      link={
        <TextLink href={`/plan/${card.id}${key}`} tone="quiet">
          {t(plan.access === 'edit' && sections.length === 0 ? 'write' : 'open')}
        </TextLink>
      }
    >
      {sections.length === 0 ? (
        <p className="text-ink-3">{t('empty')}</p>
      ) : (
        <Paper
          head={{
            left: card.studio?.subject ?? card.host.organisation,
            ...(updated === null ? {} : { right: updated }),
          }}
          className="max-w-150 px-10 pt-4.5 pb-6 phone:px-4.5 phone:py-3.5"
        >
          {sections.map(({ title, lines }) => (
            <section key={title} className="text-lead leading-[1.6875rem]">
              <h3 className="mt-3.5 mb-1 font-song text-[1.125rem] leading-7 font-semibold">{title}</h3>
              {lines.map((line, index) => (
                <p key={index}>{line}</p>
              ))}
            </section>
          ))}
        </Paper>
      )}
    </Section>
  )
}
