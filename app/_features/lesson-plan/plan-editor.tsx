'use client'

import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLater } from '#app/_ui/use-later.ts'
import type { PlanFacts } from '#core/contract/plan.ts'
import type { OutlineEntry } from '#core/lesson-plan/outline.ts'
import { AccessLost } from './access-lost.tsx'
import { PlanPresence } from './plan-faces.tsx'
import { PlanHeader } from './plan-header.tsx'
import { PlanOutline } from './plan-outline.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { useAccessNotices } from './use-access-notices.ts'
import { usePlanSession, usePlanState } from './use-plan-session.ts'

export type PlanEditorProps = {
  facts: PlanFacts
  /** The text as the server has written it: it is read until the editor has taken its place. */
  text: ReactNode
  /** Of that text. */
  outline: readonly OutlineEntry[]
  /** What a guest came with. */
  linkToken: string | null
  backHref: string
  /** Before the title in the bar: 翟雅琴名师工作室 ／ 课例研讨. */
  trail: readonly string[]
  /** On the sheet's upper edge, left and right. */
  runningHead: { left: string; right: string }
}

/** All that only writing needs: the text, its words and its place do not wait for it. */
const loadLive = () => import('./index.ts')

/**
 * The editor as a page of its own: outline, sheet, and the margin that the others' names stand in. It begins with the text of
 * the page's HTML; when the plan is open here and is what the server has, the live text takes the same place in one frame.
 */
export function PlanEditor({ facts, text, outline, linkToken, backHref, trail, runningHead }: PlanEditorProps) {
  const live = useLater(loadLive, { isNear: true })
  const session = usePlanSession({ facts, linkToken, open: live?.openPlanSession ?? null })
  const state = usePlanState(session)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [liveOutline, setLiveOutline] = useState<readonly OutlineEntry[] | null>(null)
  const sheet = useRef<HTMLElement>(null)
  useAccessNotices(state?.access ?? facts.access)
  useEffect(() => {
    if (live === null || session === null || editor === null) return
    return live.watchPlanOutline(session, setLiveOutline)
  }, [live, session, editor])

  if (state?.access === 'none') return <AccessLost />
  const canEdit = state?.access === 'edit'
  // An older copy of this device would be shown for a moment only: the server is heard first, or known not to be there.
  const isOpen = state !== null && state.ready && state.connection !== 'connecting'
  return (
    <div className="min-h-dvh bg-room phone:bg-sheet print:bg-transparent">
      <PlanHeader title={facts.title} backHref={backHref} trail={trail} state={state} />
      <div className="sticky top-14 z-10 flex h-11 items-center gap-4 border-b border-line bg-paper pr-6 pl-5 phone:top-12 phone:h-10 phone:gap-1 phone:pr-3 phone:pl-2 print:hidden">
        {live !== null && editor !== null && canEdit ? (
          <live.PlanTools editor={editor} planId={facts.planId} isRoomy />
        ) : (
          <OpeningWord isReading={editor !== null} isOffline={state?.connection === 'offline'} />
        )}
        <span className="flex-1" />
        <span className="shrink-0 text-meta text-ink-3 phone:text-caption">
          <PlanPresence people={state?.people ?? []} />
        </span>
      </div>
      <div className="mx-auto grid max-w-346 grid-cols-[176px_minmax(0,800px)_296px] items-start gap-8 px-6 pt-6 pb-20 max-xl:grid-cols-[176px_minmax(0,800px)] phone:block phone:p-0 print:block print:p-0">
        <div className="sticky top-25 phone:hidden print:hidden">
          <PlanOutline outline={liveOutline ?? outline} sheet={sheet} />
        </div>
        <PlanSheet
          ref={sheet}
          className="min-h-250 rounded-paper bg-sheet px-18 pt-7 pb-18 shadow-sheet phone:min-h-0 phone:px-4 phone:pt-3.5 phone:pb-10 phone:shadow-none print:min-h-0 print:p-0 print:shadow-none"
          head={<RunningHead {...runningHead} />}
        >
          {editor === null && text}
          {live !== null && session !== null && isOpen && (
            <live.LiveText session={session} planId={facts.planId} canEdit={canEdit} onStanding={setEditor} />
          )}
        </PlanSheet>
      </div>
    </div>
  )
}

/** Where the tools will stand: why one cannot write. */
function OpeningWord({ isReading, isOffline }: { isReading: boolean; isOffline: boolean }) {
  const t = useTranslations('plan')
  return (
    <span role="status" className="min-w-0 truncate px-1 text-meta text-ink-3">
      {isReading ? t('readOnly') : isOffline ? t('readingOffline') : t('opening')}
    </span>
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
