import { getTranslations } from 'next-intl/server'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { FeedAddress } from './feed-address.tsx'

type SubscribePartProps = {
  /** Whole. */
  url: string
  /** What the feed has: of the whole city, of what is chosen, of a studio. */
  label: string
}

/** 订阅: the same activities in the reader's own calendar, which keeps itself up to date. */
export async function SubscribePart({ url, label }: SubscribePartProps) {
  const t = await getTranslations('calendar.subscribe')
  return (
    <Section title={t('title')} id="subscribe">
      <p className="mb-4 max-w-160 text-ink-2">
        {t('text')}{' '}
        <TextLink href="/settings/calendar" className="whitespace-nowrap">
          {t('own')}
        </TextLink>
      </p>
      <FeedAddress url={url} texts={{ label, copy: t('copy'), copied: t('copied'), add: t('add') }} />
      <p className="max-w-160 pt-3 text-meta text-ink-3">{t('most')}</p>
    </Section>
  )
}
