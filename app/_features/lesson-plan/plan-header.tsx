'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PlanSessionState } from '#app/_client/collab-client.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { Link } from '#app/_ui/link.tsx'
import { PlanFaces } from './plan-faces.tsx'
import { SavingWord } from './saving-word.tsx'

type PlanHeaderProps = {
  title: string
  backHref: string
  /** Before the title: 翟雅琴名师工作室 ／ 课例研讨. */
  trail: readonly string[]
  /** Null until the plan is open. */
  state: PlanSessionState | null
}

/** The bar of the plan's page: where one is, what has become of one's words, who is here. */
export function PlanHeader({ title, backHref, trail, state }: PlanHeaderProps) {
  const t = useTranslations('plan')
  const isTold =
    state !== null &&
    (state.access === 'edit' || state.connection === 'offline' || state.saving.status !== 'saved') &&
    state.ready
  return (
    <header className="sticky top-0 z-10 flex h-14 items-center gap-3 border-b border-line bg-paper px-6 phone:h-12 phone:gap-2 phone:px-3 print:hidden">
      <Link
        href={backHref}
        aria-label={t('back')}
        className="touch-area -ml-2 grid size-8 shrink-0 place-items-center text-ink-2 hovered:text-ink"
      >
        <Icon of={ArrowLeft} />
      </Link>
      <p className="flex min-w-0 items-baseline gap-2">
        {trail.length > 0 && (
          <span className="shrink-0 text-meta text-ink-3 phone:hidden">{`${trail.join(' ／ ')} ／`}</span>
        )}
        <span className="truncate font-song text-[1.0625rem] leading-7 font-semibold">{title}</span>
      </p>
      <span className="flex-1" />
      {isTold && (
        <>
          <span className="phone:hidden">
            <SavingWord state={state} />
          </span>
          <span className="hidden phone:block">
            <SavingWord state={state} isShort />
          </span>
        </>
      )}
      {state !== null && (
        <span className="phone:hidden">
          <PlanFaces people={state.people} />
        </span>
      )}
    </header>
  )
}
