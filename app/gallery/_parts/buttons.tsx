import { Quote } from 'lucide-react'
import { Button } from '../../_ui/button.tsx'
import type { ButtonTone } from '../../_ui/button-style.ts'
import { Icon } from '../../_ui/icon.tsx'
import { LinkButton } from '../../_ui/link-button.tsx'
import { Section } from '../../_ui/section.tsx'
import { TextLink } from '../../_ui/text-link.tsx'

const ROWS: readonly { name: string; tone: ButtonTone; word: string; busy: string }[] = [
  { name: '主要', tone: 'primary', word: '报名参加', busy: '报名中' },
  { name: '次要', tone: 'secondary', word: '报名参加', busy: '报名中' },
  { name: '安静', tone: 'ghost', word: '报名参加', busy: '报名中' },
  { name: '有风险', tone: 'danger', word: '撤回成果', busy: '撤回中' },
]

/** Tones by states, and the four sizes. */
export function ButtonsPart() {
  return (
    <Section title="按钮" note="一页一个主要按钮" gap="small" id="buttons">
      <table className="w-full text-left phone:block">
        <thead className="phone:hidden">
          <tr className="text-caption leading-5.5 text-ink-3 *:pb-2 *:font-normal">
            <td className="w-20" />
            <th scope="col">常态</th>
            <th scope="col">悬停</th>
            <th scope="col">聚焦</th>
            <th scope="col">禁用</th>
            <th scope="col">进行中</th>
          </tr>
        </thead>
        <tbody className="phone:block">
          {ROWS.map(({ name, tone, word, busy }) => (
            <tr key={tone} className="*:py-1.5 phone:flex phone:flex-wrap phone:gap-x-2">
              <th scope="row" className="text-meta font-normal text-ink-3 phone:w-full">
                {name}
              </th>
              <td>
                <Button tone={tone}>{word}</Button>
              </td>
              <td data-shown-as="hover">
                <Button tone={tone}>{word}</Button>
              </td>
              <td data-shown-as="focus">
                <Button tone={tone}>{word}</Button>
              </td>
              <td>
                <Button tone={tone} isDisabled>
                  {word}
                </Button>
              </td>
              <td>
                <Button tone={tone} busyLabel={busy}>
                  {word}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-4 flex flex-wrap items-center gap-3">
        <Button tone="primary" size="big">
          进入研讨室
        </Button>
        <Button tone="primary">40</Button>
        <Button tone="primary" size="small">
          32
        </Button>
        <Button tone="primary" size="xs">
          26
        </Button>
        <Button size="small">
          <Icon of={Quote} size="small" />
          引用这一刻
        </Button>
        <TextLink href="#buttons">文字链接</TextLink>
        <LinkButton href="#buttons">链接按钮</LinkButton>
        <Button tone="ink">离开</Button>
      </p>
    </Section>
  )
}
