'use client'

import { Clock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import type { GroupMember } from '#core/contract/memberships.ts'
import { dateWords } from '#core/domain/activity/time-words.ts'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { Section } from '#app/_ui/section.tsx'
import { StatusWord } from '#app/_ui/status-word.tsx'
import { GroupRow } from './group-row.tsx'
import { PlacesPart } from './places-part.tsx'
import { ProposeForm } from './propose-form.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useActs } from './use-acts.ts'

type Group = HttpOutput<'studio.group'>

/** 群组: who is in it, who is proposed, and who was. */
export function GroupWorkspace({ group }: { group: Group }) {
  const t = useTranslations('membership')
  const locale = useLocale()
  const { act, isBusy, failure } = useActs()
  const [ending, setEnding] = useState<GroupMember | null>(null)
  const { studio, places, members, proposals, past, may, meId } = group
  const isOwn = ending !== null && ending.person.id === meId
  const end = (reason: string) => {
    if (ending === null) return
    setEnding(null)
    const { membershipId, version } = ending
    if (isOwn) void act('membership.leave', { membershipId, version, reason })
    else void act('membership.remove', { studioId: studio.id, membershipId, version, reason })
  }
  return (
    <>
      {failure !== null && <ErrorNotice className="mb-5">{failure}</ErrorNotice>}
      <Section title={t('members')} note={t('taken', places)} gap="none">
        {members.length === 0 && <p className="text-ink-3">{t('noMembers')}</p>}
        <ul className="[&>li:first-child]:pt-0.5">
          {members.map((member) => (
            <GroupRow key={member.membershipId} person={member.person}>
              <span className="text-meta text-ink-3">
                {t('since', { day: dateWords(Date.parse(member.since), locale) })}
              </span>
              {(may.propose || member.person.id === meId) && (
                <Button tone="ghost" size="xs" isDisabled={isBusy} onPress={() => setEnding(member)}>
                  {member.person.id === meId ? t('leave.action') : t('remove.action')}
                </Button>
              )}
            </GroupRow>
          ))}
        </ul>
        {may.setLimit && (
          <div className="pt-5">
            <PlacesPart key={places.limit} studioId={studio.id} limit={places.limit} isBusy={isBusy} act={act} />
          </div>
        )}
      </Section>
      {(may.propose || proposals.length > 0) && (
        <Section title={t('proposals')} note={t('proposalsNote')} gap="small">
          <ul className="[&>li:first-child]:pt-0.5">
            {proposals.map(({ membershipId, version, person, state, reason, proposedAt }) => (
              <GroupRow key={membershipId} person={person} note={reason}>
                <time dateTime={proposedAt} className="text-meta text-ink-3">
                  {dateWords(Date.parse(proposedAt), locale)}
                </time>
                <StatusWord tone="waiting" icon={Clock}>
                  {t(`states.${state}`)}
                </StatusWord>
                {may.propose && (
                  <Button
                    tone="ghost"
                    size="xs"
                    isDisabled={isBusy}
                    onPress={() => void act('membership.withdraw', { studioId: studio.id, membershipId, version })}
                  >
                    {t('withdraw')}
                  </Button>
                )}
              </GroupRow>
            ))}
          </ul>
          {may.propose && (
            <div className="pt-5">
              <ProposeForm studioId={studio.id} isFull={places.taken >= places.limit} isBusy={isBusy} act={act} />
            </div>
          )}
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t('past')} gap="small">
          <ul className="[&>li:first-child]:pt-0.5">
            {past.map(({ membershipId, person, state, since, endedAt, endReason }) => (
              <GroupRow key={membershipId} person={person} note={endReason === '' ? undefined : endReason}>
                <span className="text-meta text-ink-3">
                  {since === null
                    ? dateWords(Date.parse(endedAt), locale)
                    : t('span', {
                        from: dateWords(Date.parse(since), locale),
                        to: dateWords(Date.parse(endedAt), locale),
                      })}
                </span>
                <span className="text-meta text-ink-2">{t(`states.${state}`)}</span>
              </GroupRow>
            ))}
          </ul>
        </Section>
      )}
      {ending !== null && (
        <ReasonDialog
          title={isOwn ? t('leave.title', { studio: studio.name }) : t('remove.title', { name: ending.person.name })}
          text={isOwn ? t('leave.text') : t('remove.text')}
          submit={isOwn ? t('leave.action') : t('remove.action')}
          isNeeded={!isOwn}
          onSubmit={end}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  )
}
