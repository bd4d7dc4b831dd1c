'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DECIDED_AT_ONCE } from '#core/contract/registration-requests.ts'
import type { Registrant } from '#core/contract/registrations.ts'
import { isDecidable, type RegistrationDecision } from '#core/domain/registration/registration-steps.ts'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'

type DecideBarProps = {
  items: readonly Registrant[]
  /** The chosen ones. */
  people: readonly Registrant[]
  isBusy: boolean
  onChooseAll: (all: boolean) => void
  onDecide: (decision: RegistrationDecision, reason: string) => Promise<void>
}

/** 全选, 通过, 不通过. */
export function DecideBar({ items, people, isBusy, onChooseAll, onDecide }: DecideBarProps) {
  const t = useTranslations('registration.list')
  const [isDeclining, setIsDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const count = people.length
  const may = (decision: RegistrationDecision) =>
    count > 0 && count <= DECIDED_AT_ONCE && people.every(({ state }) => isDecidable(state, decision))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-2 pb-3">
      <Checkbox
        isSelected={count === items.length}
        isIndeterminate={count > 0 && count < items.length}
        onChange={onChooseAll}
      >
        {count === 0 ? t('chooseAll') : t('chosen', { count })}
      </Checkbox>
      <span className="ml-auto flex gap-2">
        <Button size="small" tone="ghost" isDisabled={!may('decline')} onPress={() => setIsDeclining(true)}>
          {t('decline')}
        </Button>
        <Button
          size="small"
          tone="primary"
          isDisabled={!may('approve')}
          onPress={() => void onDecide('approve', '')}
          busyLabel={isBusy && may('approve') ? t('deciding') : undefined}
        >
          {t('approve')}
        </Button>
      </span>
      {count > DECIDED_AT_ONCE && (
        <p className="w-full text-meta text-ochre">{t('tooMany', { count: DECIDED_AT_ONCE })}</p>
      )}
      <Dialog
        isOpen={isDeclining}
        onOpenChange={setIsDeclining}
        title={t('declineTitle', { count })}
        actions={
          <>
            <Button tone="ghost" onPress={() => setIsDeclining(false)}>
              {t('keep')}
            </Button>
            <Button
              tone="danger"
              onPress={() => {
                setIsDeclining(false)
                void onDecide('decline', reason.trim())
              }}
            >
              {t('decline')}
            </Button>
          </>
        }
      >
        <TextArea
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
      </Dialog>
    </div>
  )
}
