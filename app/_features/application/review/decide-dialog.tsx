import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApplicationDecision } from '#core/contract/applications.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { MendingNotesEditor, type NoteRow } from './mending-notes.tsx'
import type { Verdict } from './use-decide.ts'

type Item = { applicationId: string; name: string; applicantName: string }

type DecideDialogProps = {
  decision: ApplicationDecision
  items: readonly Item[]
  /** Of whom it is the turn: passing means another thing at each. */
  opens: boolean
  isSending: boolean
  failure: string | undefined
  onConfirm: (verdict: Verdict) => void
  onClose: () => void
}

const REASON_MAX_CHARS = 500

/** The list of what is decided, and with what words, before anybody is told. */
export function DecideDialog(props: DecideDialogProps) {
  const { decision, items, opens, isSending, failure, onConfirm, onClose } = props
  const t = useTranslations('application.review')
  const [reason, setReason] = useState('')
  const [rows, setRows] = useState<readonly NoteRow[]>([])
  const [isRefused, setIsRefused] = useState(false)
  const count = items.length
  const notes = Object.fromEntries(
    rows.map(({ field, text }) => [field, text.trim()] as const).filter(([, text]) => text !== ''),
  )
  const saysWhy = reason.trim() !== '' || (decision === 'return' && Object.keys(notes).length > 0)
  const confirm = () => {
    if (isSending) return
    if (decision !== 'approve' && !saysWhy) setIsRefused(true)
    else onConfirm({ decision, reason: reason.trim(), notes: decision === 'return' ? notes : {} })
  }
  const word = decision === 'approve' && opens ? 'open' : decision
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen && !isSending) onClose()
      }}
      title={t(`confirm.${word}.title`, { count })}
      width={decision === 'return' ? 'wide' : 'normal'}
      actions={
        <>
          <Button tone="ghost" onPress={onClose} isDisabled={isSending}>
            {t('keep')}
          </Button>
          <Button
            tone={decision === 'reject' ? 'danger' : 'primary'}
            // Passing needs no words: the next key does it.
            autoFocus={decision === 'approve'}
            busyLabel={isSending ? t('sending') : undefined}
            onPress={confirm}
          >
            {t(`confirm.${word}.do`, { count })}
          </Button>
        </>
      }
    >
      <p>{t(`confirm.${word}.text`)}</p>
      <ul className="mt-3 max-h-48 overflow-auto border-t border-line text-ui text-ink">
        {items.map(({ applicationId, name, applicantName }) => (
          <li key={applicationId} className="flex justify-between gap-4 border-b border-line py-1.5">
            <span className="min-w-0 truncate">{name}</span>
            <span className="text-ink-3">{applicantName}</span>
          </li>
        ))}
      </ul>
      {decision !== 'approve' && (
        <div className="mt-5 flex flex-col gap-4 text-left">
          {decision === 'return' && count === 1 && <MendingNotesEditor rows={rows} onChange={setRows} />}
          <TextArea
            label={t(decision === 'return' ? 'mend' : 'reason')}
            hint={t(count === 1 ? 'told' : 'toldAll')}
            rows={3}
            maxLength={REASON_MAX_CHARS}
            autoFocus
            value={reason}
            onChange={setReason}
            error={isRefused && !saysWhy ? t(decision === 'return' ? 'needsMend' : 'needsReason') : undefined}
          />
        </div>
      )}
      {failure !== undefined && <ErrorNotice className="mt-4">{failure}</ErrorNotice>}
    </Dialog>
  )
}
