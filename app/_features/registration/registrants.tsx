'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import type { Registrant } from '#core/contract/registrations.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { MoreButton } from '#app/_ui/more-button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { DecideBar } from './decide-bar.tsx'
import { RegistrantRow } from './registrant-row.tsx'
import { useRegistrants } from './use-registrants.ts'

type RegistrantsProps = {
  activityId: string
  state: Registrant['state'] | undefined
  first: HttpOutput<'registrations.list'>
  /** Not any more once the activity is over. */
  mayDecide: boolean
}

/** 报名名单: who comes, chosen one by one or all that are in sight, let in or declined together. */
export function Registrants({ activityId, state, first, mayDecide }: RegistrantsProps) {
  const t = useTranslations('registration.list')
  const list = useRegistrants({ activityId, state, first })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { items, nextCursor } = list.page
  const people = items.filter(({ person }) => chosen.has(person.id))
  if (items.length === 0) {
    return (
      <>
        {list.failure !== null && <ErrorNotice className="mb-4">{list.failure}</ErrorNotice>}
        <Empty size="part" title={t('emptyTitle')}>
          {t('emptyText')}
        </Empty>
      </>
    )
  }
  return (
    <>
      {mayDecide && (
        <DecideBar
          items={items}
          people={people}
          isBusy={list.isBusy}
          onChooseAll={(all) => setChosen(new Set(all ? items.map(({ person }) => person.id) : []))}
          onDecide={async (decision, reason) => {
            if (await list.decide(people, { decision, reason })) setChosen(new Set())
          }}
        />
      )}
      {list.failure !== null && <ErrorNotice className="mt-3">{list.failure}</ErrorNotice>}
      <ul className="mt-1">
        {items.map((item) => (
          <RegistrantRow
            key={item.person.id}
            registrant={item}
            isChosen={chosen.has(item.person.id)}
            onChoose={
              mayDecide
                ? (isChosen) => {
                    const next = new Set(chosen)
                    if (isChosen) next.add(item.person.id)
                    else next.delete(item.person.id)
                    setChosen(next)
                  }
                : undefined
            }
          />
        ))}
      </ul>
      {nextCursor !== null && (
        <MoreButton label={t('more')} busyLabel={t('busy')} isBusy={list.isBusy} onPress={() => void list.more()} />
      )}
    </>
  )
}
