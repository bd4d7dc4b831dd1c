import { describe, expect, it } from 'vitest'
import { hrefOfStudios, readStudioQuery } from '#app/_features/studio/studio-query.ts'

describe('the address of the directory', () => {
  it('[STUDIO2] says all that is chosen, and reads it again', () => {
    const query = {
      ...({ kind: 'teacher', level: 'city', districtId: 'd1', stage: '小学', subject: '小学语文' } as const),
      ...{ search: '语文 张', cursor: 'abc' },
    }
    const address = hrefOfStudios(query)
    expect(readStudioQuery(Object.fromEntries(new URL(address, 'http://tongke').searchParams))).toEqual(query)
    expect(hrefOfStudios({ search: '' })).toBe('/studios')
  })

  it('[STUDIO2] leaves out what is no filter', () => {
    expect(
      readStudioQuery({ kind: 'x', level: ['city'], district: '../etc', stage: '', subject: 'a'.repeat(21) }),
    ).toEqual({
      kind: undefined,
      level: undefined,
      districtId: undefined,
      stage: undefined,
      subject: undefined,
      search: '',
    })
  })
})
