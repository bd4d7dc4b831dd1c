'use client'

import { EditorContent } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import type { PlanSession, PlanSessionState } from '#app/_client/collab-client.ts'
import type { PlanFacts } from '#core/contract/plan.ts'
import { PlanDoor } from './plan-door.tsx'
import { PlanPresence } from './plan-faces.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { PlanTools } from './plan-tools.tsx'
import { SavingWord } from './saving-word.tsx'
import { usePlanEditor } from './use-plan-editor.ts'

export type PlanPanelProps = {
  facts: PlanFacts
  /** What a guest came with. */
  linkToken: string | null
}

/** The plan beside the video. Takes the height and the theme of its place; the text scrolls in it. */
export function PlanPanel({ facts, linkToken }: PlanPanelProps) {
  return (
    <PlanDoor facts={facts} linkToken={linkToken}>
      {(open) => <OpenPanel planId={facts.planId} {...open} />}
    </PlanDoor>
  )
}

type OpenPanelProps = { planId: string; session: PlanSession; state: PlanSessionState }

function OpenPanel({ planId, session, state }: OpenPanelProps) {
  const t = useTranslations('plan')
  const canEdit = state.access === 'edit'
  const editor = usePlanEditor({ session, planId, canEdit })
  return (
    <section aria-label={t('editorLabel')} className="flex h-full min-h-0 flex-col">
      <header className="flex items-center gap-3 px-5 pt-3 pb-1 text-meta text-ink-3 phone:px-4 phone:pt-2">
        <span className="min-w-0 truncate">
          <PlanPresence people={state.people} />
        </span>
        <span className="flex-1" />
        {canEdit ? <SavingWord state={state} isShort /> : <span>{t('readOnly')}</span>}
      </header>
      {canEdit && editor !== null && (
        <div className="border-b border-line px-3.5 phone:px-2.5">
          <PlanTools editor={editor} planId={planId} />
        </div>
      )}
      {editor !== null && (
        // Who cannot put a caret into it scrolls it by keyboard all the same.
        <div
          className="ring-inside min-h-0 flex-1 overflow-y-auto overscroll-contain"
          {...(canEdit ? {} : { tabIndex: 0 })}
        >
          <PlanSheet className="px-5 py-3 phone:px-4 phone:py-2">
            <EditorContent editor={editor} />
          </PlanSheet>
        </div>
      )}
    </section>
  )
}
