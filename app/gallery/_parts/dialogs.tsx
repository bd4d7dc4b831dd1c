'use client'

import { History, Power } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../_ui/button.tsx'
import { Dialog } from '../../_ui/dialog.tsx'
import { HoldButton } from '../../_ui/hold-button.tsx'
import { IconButton } from '../../_ui/icon-button.tsx'
import { Menu } from '../../_ui/menu.tsx'
import { Popover } from '../../_ui/popover.tsx'
import { Section } from '../../_ui/section.tsx'
import { Sheet } from '../../_ui/sheet.tsx'
import { showToast } from '../../_ui/toast-queue.ts'
import { ToastAction, ToastPlate, ToastRegion, ToastTime } from '../../_ui/toast.tsx'
import { tooltipStyle, TooltipText } from '../../_ui/tooltip.tsx'

const UNDO_MS = 10_000
const QUESTION = '86 位老师会一起离开。发言、聊天和教案都已保存，散场后几秒就能看回放。'

/** Dialogs and toasts, drawn open and as they work. */
export function DialogsPart() {
  const [open, setOpen] = useState<'none' | 'dialog' | 'sheet'>('none')
  const close = () => setOpen('none')
  const end = () => {
    close()
    showToast({
      kind: 'undo',
      text: '全场已结束',
      undoForMs: UNDO_MS,
      undoLabel: (seconds) => `撤销 ${seconds}`,
      onUndo: () => showToast({ kind: 'notice', text: '继续研讨' }),
    })
  }
  const answers = (
    <>
      <Button tone="ghost" onPress={close}>
        继续研讨
      </Button>
      <HoldButton label="按住结束" holdingLabel="继续按住" icon={Power} onHeld={end} />
    </>
  )
  return (
    <Section title="对话框" note="说清后果，留退路" gap="small" id="dialogs">
      <div className="grid grid-cols-2 items-start gap-12 phone:grid-cols-1 phone:gap-5">
        <div className="max-w-110 rounded-tile bg-sheet px-6 pt-6 pb-5 shadow-float">
          <h3 className="mb-1 font-song text-h3 font-semibold">结束全场？</h3>
          <p className="text-lead text-ink-2">{QUESTION}</p>
          <div className="mt-5 flex flex-wrap justify-end gap-3">{answers}</div>
        </div>
        <div>
          <div className="flex max-w-100 flex-col gap-3">
            <ToastPlate tone="plain">
              <span className="flex-1">全场已结束</span>
              <ToastTime ratio={0.7} />
              <ToastAction>撤销 7</ToastAction>
            </ToastPlate>
            <ToastPlate tone="plain">
              <span className="flex-1">已采纳，写进 v3</span>
              <ToastAction>回到那一刻</ToastAction>
            </ToastPlate>
            <ToastPlate tone="error">
              <span className="flex-1">没有存上，正在重试。文字都在本机。</span>
            </ToastPlate>
          </div>
          <p className="mt-4">
            <span className={`${tooltipStyle} mb-1.5 inline-block`}>
              <TooltipText text="版本" shortcut="V" />
            </span>
            <IconButton icon={History} label="版本" shortcut="V" tone="well" />
          </p>
        </div>
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button onPress={() => setOpen('dialog')}>打开对话框</Button>
        <Button onPress={() => setOpen('sheet')}>打开侧页</Button>
        <Button onPress={() => showToast({ kind: 'notice', text: '已采纳，写进 v3' })}>提示</Button>
        <Button onPress={() => showToast({ kind: 'error', text: '没有存上，正在重试。文字都在本机。' })}>
          出错提示
        </Button>
        <Menu
          trigger={<Button>菜单</Button>}
          entries={[
            { id: 'history', label: '版本', icon: History, shortcut: 'V' },
            { id: 'copy', label: '复制链接', isSelected: true },
            { id: 'locked', label: '移出', isDisabled: true },
            { id: 'end', label: '结束全场', icon: Power, isDangerous: true },
          ]}
        />
        <Popover trigger={<Button>小页</Button>} label="录制说明">
          <p className="max-w-60">会录制。散场后可申请隐去姓名。</p>
        </Popover>
      </div>
      <Dialog isOpen={open === 'dialog'} onOpenChange={close} title="结束全场？" role="alertdialog" actions={answers}>
        {QUESTION}
      </Dialog>
      <Sheet isOpen={open === 'sheet'} onOpenChange={close} title="版本" closeLabel="关闭">
        <p>共案 v3，七人在看。</p>
      </Sheet>
      <ToastRegion label="提示" closeLabel="关闭" />
    </Section>
  )
}
