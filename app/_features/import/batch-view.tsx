'use client'

import { useTranslations } from 'next-intl'
import type { ImportDetail } from '#core/contract/imports.ts'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { ProgressBar } from '#app/_ui/progress-bar.tsx'
import { Section } from '#app/_ui/section.tsx'
import { BatchResult } from './batch-result.tsx'
import { BatchRows } from './batch-rows.tsx'
import { ConfirmPart } from './confirm-part.tsx'
import { ImportSteps } from './import-steps.tsx'
import { useBatch } from './use-batch.ts'
import { WrittenPart } from './written-part.tsx'

const STEP = { checked: 2, writing: 3, written: 4, 'taking-back': 4, 'taken-back': 4 } as const

/** One file on its way: what the check says, the decision, the writing, and what can be done afterwards. */
export function BatchView({ first }: { first: ImportDetail }) {
  const t = useTranslations('import')
  const errors = useTranslations('common.errors')
  const { batch, busy, failure, decide } = useBatch(first)
  const { id: batchId, state, problem, counts } = batch
  const toWrite = counts.new + counts.changed
  return (
    <>
      <ImportSteps current={STEP[state]} />
      {failure !== null && <ErrorNotice className="mb-6">{errors(failure)}</ErrorNotice>}
      {problem !== null && (
        <ErrorNotice className="mb-6">{t(`problems.${problem}`, { count: batch.blockerCount })}</ErrorNotice>
      )}
      {state === 'writing' && (
        <Section title={t('progress.writing')} gap="none" className="mb-10">
          <ProgressBar
            label={batch.doneRows === 0 ? t('progress.waiting') : t('progress.writing')}
            valueText={t('progress.of', { done: batch.doneRows, all: toWrite })}
            value={batch.doneRows}
            max={toWrite}
            className="max-w-120"
          />
          <p className="mt-3 text-meta text-ink-3">{t('progress.leave')}</p>
        </Section>
      )}
      {state === 'taking-back' && (
        <Section title={t('progress.takingBack')} gap="none" className="mb-10">
          <p role="status">{t('progress.waiting')}</p>
        </Section>
      )}
      {(state === 'written' || state === 'taken-back') && (
        <WrittenPart
          batch={batch}
          isBusy={busy === 'import.take-back'}
          onTakeBack={() => void decide('import.take-back', { batchId })}
        />
      )}
      <BatchResult batch={batch} />
      {state === 'checked' && (
        <ConfirmPart
          counts={counts}
          isOutdated={problem === 'outdated'}
          busy={busy}
          onConfirm={(leavesOutFaulty) => void decide('import.confirm', { batchId, leavesOutFaulty })}
          onCheckAgain={() => void decide('import.check-again', { batchId })}
        />
      )}
      <BatchRows
        // Checked anew, its rows are others.
        key={`${state}-${counts.faulty}-${counts.new}-${counts.changed}-${busy === 'import.check-again'}`}
        batch={batch}
      />
    </>
  )
}
