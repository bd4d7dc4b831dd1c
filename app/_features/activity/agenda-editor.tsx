'use client'

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { NumberField } from '#app/_ui/number-field.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { AgendaRow } from './form-values.ts'

const DEFAULT_MINUTES = 15
const MINUTES_MAX = 600
const ITEMS_MAX = 40

type AgendaEditorProps = {
  rows: readonly AgendaRow[]
  onChange: (rows: AgendaRow[]) => void
  /** Words by `agenda.<key>.<field>`. */
  errorOf: (field: string) => string | undefined
}

/** 议程: rows that are added, moved and removed; the focus stays with the row, or goes to its neighbour. */
export function AgendaEditor({ rows, onChange, errorOf }: AgendaEditorProps) {
  const t = useTranslations('activity.form')
  const list = useRef<HTMLOListElement>(null)
  const focus = (key: string, part: string) =>
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-row="${key}"] [data-part="${part}"]`)
      const control = row?.matches('button') === true ? row : row?.querySelector('input, button')
      if (control instanceof HTMLElement) control.focus()
    })
  const change = (key: string, patch: Partial<AgendaRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)))
  const add = () => {
    const key = `new-${crypto.randomUUID()}`
    onChange([...rows, { key, title: '', minutes: DEFAULT_MINUTES, note: '' }])
    focus(key, 'title')
  }
  const move = (index: number, by: -1 | 1) => {
    const moved = [...rows]
    const [row] = moved.splice(index, 1)
    if (row === undefined) return
    moved.splice(index + by, 0, row)
    onChange(moved)
    const isAtEnd = index + by === 0 || index + by === rows.length - 1
    focus(row.key, isAtEnd ? (by === -1 ? 'down' : 'up') : by === -1 ? 'up' : 'down')
  }
  const remove = (index: number) => {
    onChange(rows.filter((_, at) => at !== index))
    const neighbour = rows[index + 1] ?? rows[index - 1]
    if (neighbour !== undefined) focus(neighbour.key, 'title')
  }
  return (
    <>
      <ol ref={list}>
        {rows.map((row, index) => {
          const number = index + 1
          const errors = (['title', 'minutes', 'note'] as const).map((part) => errorOf(`agenda.${row.key}.${part}`))
          return (
            <li
              key={row.key}
              data-row={row.key}
              role="group"
              aria-label={t('item', { number })}
              className="grid grid-cols-[minmax(0,1fr)_9.5rem_minmax(0,0.7fr)_auto] items-start gap-3 border-b border-line py-4 first:pt-0 phone:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div data-part="title" className="phone:col-span-2">
                <TextField
                  label={t('itemTitle')}
                  value={row.title}
                  onChange={(title) => change(row.key, { title })}
                  error={errors[0]}
                />
              </div>
              <NumberField
                label={t('itemMinutes')}
                value={row.minutes}
                onChange={(minutes) => change(row.key, { minutes })}
                minValue={1}
                maxValue={MINUTES_MAX}
                step={1}
                error={errors[1]}
              />
              <TextField
                label={t('itemNote')}
                value={row.note}
                onChange={(note) => change(row.key, { note })}
                error={errors[2]}
                className="phone:order-first phone:col-span-2 phone:row-start-2"
              />
              <div className="flex gap-1 pt-7 phone:justify-end">
                <IconButton
                  data-part="up"
                  icon={ArrowUp}
                  label={t('itemUp', { number })}
                  isDisabled={index === 0}
                  onPress={() => move(index, -1)}
                />
                <IconButton
                  data-part="down"
                  icon={ArrowDown}
                  label={t('itemDown', { number })}
                  isDisabled={index === rows.length - 1}
                  onPress={() => move(index, 1)}
                />
                <IconButton icon={Trash2} label={t('itemRemove', { number })} onPress={() => remove(index)} />
              </div>
            </li>
          )
        })}
      </ol>
      <Button
        size="small"
        onPress={add}
        isDisabled={rows.length >= ITEMS_MAX}
        className={rows.length === 0 ? '' : 'mt-4'}
      >
        <Icon of={Plus} size="small" />
        {t('itemAdd')}
      </Button>
    </>
  )
}
