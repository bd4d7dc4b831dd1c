import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { PlanText } from '#app/_features/lesson-plan/plan-text.tsx'
import { planFragment } from '#core/lesson-plan/names.ts'
import { readPlanTree } from '#core/lesson-plan/plan-tree.ts'

interface Made {
  name: string
  attributes?: Record<string, unknown>
  text?: string
  inside?: Made[]
}

function make({ name, attributes = {}, text, inside = [] }: Made): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, unknown> & { [key: string]: string }>(name)
  for (const [key, value] of Object.entries(attributes)) Reflect.apply(element.setAttribute, element, [key, value])
  const children = [...(text === undefined ? [] : [new Y.XmlText(text)]), ...inside.map(make)]
  if (children.length > 0) element.insert(0, children)
  return element
}

function htmlOf(...blocks: Made[]): string {
  const doc = new Y.Doc()
  planFragment(doc).insert(0, blocks.map(make))
  return renderToStaticMarkup(createElement(PlanText, { blocks: readPlanTree(doc) }))
}

it('[PLAN26] text is text, and no attribute of a document becomes one of the page unlooked at', () => {
  const html = htmlOf(
    { name: 'paragraph', text: '<script>alert(1)</script><img src=x onerror=alert(1)>' },
    { name: 'paragraph', attributes: { style: 'position:fixed', onclick: 'alert(1)', id: 'x' }, text: '一' },
    { name: 'image', attributes: { src: 'https://evil.example/x.png' } },
    { name: 'image', attributes: { src: 'javascript:alert(1)' } },
    { name: 'image', attributes: { src: '/media/images/a', alt: '"><script>', width: '1;x', height: -1 } },
    { name: 'heading', attributes: { level: '1><script>' }, text: '二' },
    { name: 'script', text: 'alert(1)' },
  )
  const tags = [...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag)
  // React asks for a picture ahead of its place.
  expect([...new Set(tags)].sort()).toEqual(['div', 'h3', 'img', 'link', 'p'])
  expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    '/media/images/a',
    '/media/images/a',
  ])
  expect(html).not.toMatch(/style=|onclick=|evil|javascript:|width=|height=/)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

it('[PLAN26] a document nested without end is read as deep as people write, and no further', () => {
  const deep = new Y.Doc()
  let innermost = new Y.XmlElement('blockquote')
  planFragment(deep).insert(0, [innermost])
  for (let depth = 0; depth < 1_000; depth += 1) {
    const next = new Y.XmlElement('blockquote')
    innermost.insert(0, [next])
    innermost = next
  }
  const html = renderToStaticMarkup(createElement(PlanText, { blocks: readPlanTree(deep) }))
  expect(html.match(/<blockquote>/g)?.length).toBeLessThan(100)
})

it('[PLAN26] cells joined, aligned, numbered lists and empty lines keep the form that the editor gives them', () => {
  const html = htmlOf(
    {
      name: 'table',
      inside: [
        { name: 'tableRow', inside: [{ name: 'tableHeader', inside: [{ name: 'paragraph', text: '环节' }] }] },
        {
          name: 'tableRow',
          inside: [{ name: 'tableCell', attributes: { colspan: 2, align: 'center' }, inside: [{ name: 'paragraph' }] }],
        },
      ],
    },
    { name: 'orderedList', attributes: { start: 3 }, inside: [{ name: 'listItem', inside: [{ name: 'paragraph' }] }] },
    { name: 'paragraph', text: '一', inside: [{ name: 'hardBreak' }] },
  )
  expect(html).toContain('<td colSpan="2" style="text-align:center" data-label="环节"><p><br/></p></td>')
  expect(html).toContain('<ol start="3"><li><p><br/></p></li></ol>')
  expect(html).toContain('<p>一<br/><br/></p>')
})
