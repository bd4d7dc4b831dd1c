'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { Empty } from '#app/_ui/empty.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { ProposalRow } from './proposal-row.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useActs } from './use-acts.ts'

type Decision = 'confirm' | 'refuse'

/** 成员遴选: chosen one by one or all that are in sight, confirmed or refused together. */
export function ProposalsToDecide({ page: { items } }: { page: HttpOutput<'memberships.to-decide'> }) {
  const t = useTranslations('membership.decide')
  const { act, isBusy, failure } = useActs()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isRefusing, setIsRefusing] = useState(false)
  const [undone, setUndone] = useState<ReadonlyMap<string, string>>(new Map())
  const picked = items.filter(({ membershipId }) => chosen.has(membershipId))
  const decide = async (decision: Decision, reason: string) => {
    const memberships = picked.map(({ membershipId, version }) => ({ membershipId, version }))
    const answer = await act('memberships.decide', { decision, reason, memberships })
    if (answer === null) return
    setUndone(new Map(answer.undone.map(({ membershipId, why }) => [membershipId, why])))
    setChosen(new Set())
  }
  if (items.length === 0) {
    return (
      <Empty size="part" headingLevel={2} title={t('emptyTitle')}>
        {t('emptyText')}
      </Empty>
    )
  }
  return (
    <>
      {failure !== null && <ErrorNotice className="mb-4">{failure}</ErrorNotice>}
      {undone.size > 0 && <ErrorNotice className="mb-4">{[...new Set(undone.values())].join(' ')}</ErrorNotice>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-2 pb-3">
        <Checkbox
          isSelected={picked.length === items.length}
          isIndeterminate={picked.length > 0 && picked.length < items.length}
          onChange={(all) => setChosen(new Set(all ? items.map(({ membershipId }) => membershipId) : []))}
        >
          {picked.length === 0 ? t('chooseAll') : t('chosen', { count: picked.length })}
        </Checkbox>
        <span className="ml-auto flex gap-2">
          <Button
            size="small"
            tone="ghost"
            isDisabled={picked.length === 0 || isBusy}
            onPress={() => setIsRefusing(true)}
          >
            {t('refuse')}
          </Button>
          <Button
            size="small"
            tone="primary"
            isDisabled={picked.length === 0}
            onPress={() => void decide('confirm', '')}
            busyLabel={isBusy ? t('busy') : undefined}
          >
            {t('confirm')}
          </Button>
        </span>
      </div>
      <ul>
        {items.map((item) => (
          <ProposalRow
            key={item.membershipId}
            proposal={item}
            isChosen={chosen.has(item.membershipId)}
            onChoose={(isChosen) => {
              const next = new Set(chosen)
              if (isChosen) next.add(item.membershipId)
              else next.delete(item.membershipId)
              setChosen(next)
            }}
          />
        ))}
      </ul>
      {isRefusing && (
        <ReasonDialog
          title={t('refuseTitle', { count: picked.length })}
          text={t('refuseText')}
          submit={t('refuse')}
          isNeeded
          onSubmit={(reason) => {
            setIsRefusing(false)
            void decide('refuse', reason)
          }}
          onClose={() => setIsRefusing(false)}
        />
      )}
    </>
  )
}
