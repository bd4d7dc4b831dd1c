import { getTranslations } from 'next-intl/server'
import type { ActivityDetail } from '#core/contract/http-requests.ts'
import { mainActionOf } from '#app/_features/activity/main-action.ts'
import { PublishButton } from '#app/_features/activity/publish-button.tsx'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { publishActivity } from './steps.ts'

type MainButtonProps = {
  detail: ActivityDetail
  moment: { isGuest: boolean; nowEpochMs: number }
  size: 'big' | 'normal'
}

/** The button that belongs to this activity at this moment, or a word why there is none. */
export async function MainButton({ detail, moment, size }: MainButtonProps) {
  const t = await getTranslations('activity.aside')
  const action = mainActionOf(detail, moment)
  switch (action.kind) {
    case 'publish':
      return (
        <PublishButton
          publish={publishActivity.bind(null, detail.card.id)}
          texts={{ publish: t('publish'), busy: t('publishing') }}
        />
      )
    case 'link': {
      const isWide = size === 'big'
      // A file is fetched by the browser, not by the router.
      if (action.word === 'calendar') {
        return (
          <a href={action.href} download className={buttonStyle({ tone: 'primary', size, isWide })}>
            {t('calendar')}
          </a>
        )
      }
      return (
        <LinkButton href={action.href} tone="primary" size={size} isWide={isWide}>
          {t(action.word)}
        </LinkButton>
      )
    }
    case 'none':
      return <p className="text-ink-3">{t(action.reason)}</p>
    default:
      return action satisfies never
  }
}
