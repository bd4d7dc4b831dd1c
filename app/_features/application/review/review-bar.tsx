import { useTranslations } from 'next-intl'
import { applicationDecision, type ApplicationDecision } from '#core/contract/applications.ts'
import { Button } from '#app/_ui/button.tsx'
import { targetsOf, type ReviewState } from './review-state.ts'

type ReviewBarProps = { shown: ReviewState; onAsk: (decision: ApplicationDecision) => void; onClear: () => void }

/** The foot of the list: the keys, or, once something is selected, what may be done with it. */
export function ReviewBar({ shown, onAsk, onClear }: ReviewBarProps) {
  const t = useTranslations('application.review')
  const { selected, items } = shown
  if (!items.some(({ decisions }) => decisions.length > 0)) return null
  if (selected.size === 0) return <p className="pt-4 text-meta text-ink-3 phone:hidden">{t('keys')}</p>
  return (
    <div className="sticky bottom-0 z-10 mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line-2 bg-sheet px-3 py-3">
      <strong className="font-semibold">{t('selected', { count: selected.size })}</strong>
      <Button tone="ghost" size="small" onPress={onClear}>
        {t('clear')}
      </Button>
      <span className="flex-1" />
      {applicationDecision.options.toReversed().map((decision) => {
        const { length: count } = targetsOf(shown, decision)
        return (
          count > 0 && (
            <Button
              key={decision}
              tone={decision === 'approve' ? 'primary' : 'secondary'}
              onPress={() => onAsk(decision)}
            >
              {t(`doMany.${decision}`, { count })}
            </Button>
          )
        )
      })}
    </div>
  )
}
