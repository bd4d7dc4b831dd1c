'use client'

import { useState } from 'react'
import { Button } from '../../_ui/button.tsx'
import { Empty } from '../../_ui/empty.tsx'
import { LoadingHairlines } from '../../_ui/loading-hairlines.tsx'
import { MoreButton } from '../../_ui/more-button.tsx'
import { ErrorNotice, OfflineNotice } from '../../_ui/notice.tsx'
import { Section } from '../../_ui/section.tsx'
import { ThemeScope } from '../../_ui/theme-scope.tsx'

/** Loading, empty, wrong, offline. */
export function NoticesPart() {
  const [isBusy, setIsBusy] = useState(false)
  return (
    <Section title="空与断" note="说清留着什么" gap="small" id="notices">
      <ErrorNotice action={<Button size="small">再试一次</Button>}>没有存上，正在重试。文字都在本机。</ErrorNotice>
      <div className="mt-6 grid grid-cols-2 gap-12 phone:grid-cols-1 phone:gap-5">
        <div>
          <LoadingHairlines label="正在打开" rows={3} />
          <MoreButton label="再看 20 条" busyLabel="正在取" isBusy={isBusy} onPress={() => setIsBusy(true)} />
          <Empty size="part" title="无安排" actions={<Button size="small">看下一周</Button>}>
            这一周还没有活动。
          </Empty>
        </div>
        <ThemeScope theme="dark" className="rounded-tile bg-room p-6">
          <OfflineNotice
            mark="您的网络断开了"
            title="正在重新连接，第 2 次"
            actions={
              <>
                <Button tone="primary" size="big">
                  立即重试
                </Button>
                <Button size="big">只听声音</Button>
              </>
            }
            facts={[
              { term: '断在哪里', value: '您的设备到路由器。研讨室本身正常。' },
              { term: '编号', value: 'R-1125-7F3A' },
            ]}
          >
            <p>您不用退出。断开期间的发言、聊天和教案修改，连上后会补给您看。</p>
          </OfflineNotice>
        </ThemeScope>
      </div>
      <Empty
        headingLevel={3}
        title="还没有观课笔记"
        actions={
          <>
            <Button tone="primary">找一节正在上的课</Button>
            <Button tone="ghost">从回放开始</Button>
          </>
        }
      >
        看课时在任何一秒记一笔，它会留在那一秒，也会出现在这里。
      </Empty>
    </Section>
  )
}
