'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { OwnProposal } from '#core/contract/memberships.ts'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useActs } from './use-acts.ts'

/** 请您加入: to be answered. Nothing stands here when nobody asks. */
export function OwnProposals({ proposals }: { proposals: readonly OwnProposal[] }) {
  const t = useTranslations('membership.own')
  const { act, isBusy, failure } = useActs()
  const [declining, setDeclining] = useState<OwnProposal | null>(null)
  if (proposals.length === 0) return null
  const answer = ({ membershipId, version }: OwnProposal, given: 'consent' | 'decline', reason: string) =>
    void act('membership.answer', { membershipId, version, answer: given, reason })
  return (
    <Section title={t('title')} margin="narrow" gap="small" id="proposals">
      {failure !== null && <ErrorNotice className="mb-3">{failure}</ErrorNotice>}
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.membershipId} className="border-b border-line pt-0.5 pb-4 not-first:pt-4">
            <p className="text-lead">
              {t.rich('asks', {
                master: proposal.masterName,
                studio: proposal.studio.name,
                link: (words) => <TextLink href={`/studios/${proposal.studio.id}`}>{words}</TextLink>,
              })}
            </p>
            <p className="pt-1 text-ink-2">{proposal.reason}</p>
            <p className="flex gap-3 pt-3">
              <Button
                tone="primary"
                size="small"
                onPress={() => answer(proposal, 'consent', '')}
                busyLabel={isBusy ? t('busy') : undefined}
              >
                {t('consent')}
              </Button>
              <Button tone="ghost" size="small" isDisabled={isBusy} onPress={() => setDeclining(proposal)}>
                {t('decline')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      {declining !== null && (
        <ReasonDialog
          title={t('declineTitle', { studio: declining.studio.name })}
          text={t('declineText')}
          submit={t('decline')}
          isNeeded={false}
          onSubmit={(reason) => {
            setDeclining(null)
            answer(declining, 'decline', reason)
          }}
          onClose={() => setDeclining(null)}
        />
      )}
    </Section>
  )
}
