import { getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { mainActionOf } from '#app/_features/activity/main-action.ts'
import { StepButton } from '#app/_features/activity/step-button.tsx'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { publishActivity, register } from './steps.ts'

type MainButtonProps = {
  detail: HttpOutput<'activity.get'>
  moment: { isGuest: boolean; nowEpochMs: number }
  size: 'big' | 'normal'
}

/** The button that belongs to this activity at this moment, or a word why there is none. */
export async function MainButton({ detail, moment, size }: MainButtonProps) {
  const [t, registering] = await Promise.all([
    getTranslations('activity.aside'),
    getTranslations('registration.button'),
  ])
  const action = mainActionOf(detail, moment)
  switch (action.kind) {
    case 'publish':
      return (
        <StepButton
          take={publishActivity.bind(null, detail.card.id)}
          texts={{ label: t('publish'), busy: t('publishing') }}
          look={{ size: 'big', isWide: true }}
        />
      )
    case 'register':
      return (
        <StepButton
          take={register.bind(null, detail.card.id, detail.card.linkToken)}
          texts={{ label: registering(action.word), busy: registering('busy') }}
          look={{ size, isWide: size === 'big' }}
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
