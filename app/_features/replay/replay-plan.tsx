'use client'

import { useTranslations } from 'next-intl'
import { Link } from '#app/_ui/link.tsx'
import type { ReactNode } from 'react'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { useReplay, useSecondMs } from './replay-context.ts'

export interface PlanSlot {
  atMs: number
  onSeek: (atMs: number) => void
  formatTime: (atMs: number) => string
}

type ReplayPlanProps = {
  /** Draws the plan of a moment; null: this session has none, or it is still on its way. */
  renderPlan: ((slot: PlanSlot) => ReactNode) | null
  planHref: string | null
  className?: string
}

/** The plan exactly as it was at this second, on its sheet. */
export function ReplayPlanColumn({ renderPlan, planHref, className }: ReplayPlanProps) {
  const t = useTranslations('replay')
  const { player } = useReplay()
  const atMs = useSecondMs()
  if (renderPlan === null) return null
  return (
    <section aria-label={t('plan.label')} className={classNames('flex min-h-0 flex-col', className)}>
      <header className="mb-2 flex items-baseline gap-2">
        <h2 className="flex-1 font-song text-lead leading-6 font-semibold">
          {t('plan.at', { at: momentWords(atMs) })}
        </h2>
        {planHref !== null && (
          <Link
            href={planHref}
            className="text-meta text-bamboo underline decoration-bamboo-line underline-offset-4 hovered:decoration-bamboo"
          >
            {t('plan.now')}
          </Link>
        )}
      </header>
      <div
        tabIndex={0}
        role="group"
        aria-label={t('plan.label')}
        className="ring-inside min-h-0 overflow-y-auto overscroll-contain rounded-paper bg-sheet px-6 pt-4.5 shadow-sheet [--plan-inset:24px] [scrollbar-width:thin] phone:max-h-[70dvh] phone:px-4 phone:pt-3.5 phone:[--plan-inset:16px]"
      >
        {renderPlan({ atMs, onSeek: (ms) => player.seek(ms), formatTime: momentWords })}
      </div>
    </section>
  )
}
