'use client'

import { ArrowLeft } from 'lucide-react'
import { Link } from '#app/_ui/link.tsx'
import { useTranslations } from 'next-intl'
import type { PlanSession, PlanSessionState } from '#app/_client/collab-client.ts'
import { Icon } from '#app/_ui/icon.tsx'
import type { PlanFacts } from '#core/contract/plan.ts'
import { PlanDoor } from './plan-door.tsx'
import { PlanFaces, PlanPresence } from './plan-faces.tsx'
import { PlanOutline } from './plan-outline.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { PlanTools } from './plan-tools.tsx'
import { SavingWord } from './saving-word.tsx'
import { usePlanEditor } from './use-plan-editor.ts'

export type PlanEditorProps = {
  facts: PlanFacts
  /** What a guest came with. */
  linkToken: string | null
  backHref: string
  /** Before the title in the bar: 翟雅琴名师工作室 ／ 课例研讨. */
  trail: readonly string[]
  /** On the sheet's upper edge, left and right. */
  runningHead: { left: string; right: string }
}

/** The editor as a page of its own: outline, sheet, and the margin that the others' names stand in. */
export function PlanEditor(props: PlanEditorProps) {
  return (
    <div className="min-h-dvh bg-room phone:bg-sheet print:bg-transparent">
      <PlanDoor facts={props.facts} linkToken={props.linkToken}>
        {(open) => <OpenEditor {...props} {...open} />}
      </PlanDoor>
    </div>
  )
}

type OpenEditorProps = PlanEditorProps & { session: PlanSession; state: PlanSessionState }

function OpenEditor({ session, state, facts, backHref, trail, runningHead }: OpenEditorProps) {
  const t = useTranslations('plan')
  const canEdit = state.access === 'edit'
  const { editor, addPictures } = usePlanEditor({ session, planId: facts.planId, canEdit })
  return (
    <>
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
          <span className="truncate font-song text-[1.0625rem] leading-7 font-semibold">{facts.title}</span>
        </p>
        <span className="flex-1" />
        {(canEdit || state.connection === 'offline' || state.saving.status !== 'saved') && (
          <>
            <span className="phone:hidden">
              <SavingWord state={state} />
            </span>
            <span className="hidden phone:block">
              <SavingWord state={state} isShort />
            </span>
          </>
        )}
        <span className="phone:hidden">
          <PlanFaces people={state.people} />
        </span>
      </header>
      <div className="sticky top-14 z-10 flex h-11 items-center gap-4 border-b border-line bg-paper pr-6 pl-5 phone:top-12 phone:h-10 phone:pr-3 phone:pl-2 print:hidden">
        {canEdit && editor !== null ? (
          <PlanTools editor={editor} onPictures={(files) => addPictures(editor, files, null)} isRoomy />
        ) : (
          <span className="px-1 text-meta text-ink-3">{t('readOnly')}</span>
        )}
        <span className="flex-1" />
        <span className="shrink-0 text-meta text-ink-3 phone:text-caption">
          <PlanPresence people={state.people} />
        </span>
      </div>
      {editor !== null && (
        <div className="mx-auto grid max-w-346 grid-cols-[176px_minmax(0,800px)_296px] items-start gap-8 px-6 pt-6 pb-20 max-xl:grid-cols-[176px_minmax(0,800px)] phone:block phone:p-0 print:block print:p-0">
          <div className="sticky top-25 phone:hidden print:hidden">
            <PlanOutline session={session} editor={editor} />
          </div>
          <PlanSheet
            editor={editor}
            className="min-h-250 rounded-paper bg-sheet px-18 pt-7 pb-18 shadow-sheet phone:min-h-0 phone:px-4 phone:pt-3.5 phone:pb-10 phone:shadow-none print:min-h-0 print:p-0 print:shadow-none"
            head={<RunningHead {...runningHead} />}
          />
        </div>
      )}
    </>
  )
}

function RunningHead({ left, right }: PlanEditorProps['runningHead']) {
  return (
    <p className="mb-4 flex justify-between gap-4 border-b border-line pb-2 text-caption text-ink-3">
      <span>{left}</span>
      <span>{right}</span>
    </p>
  )
}
