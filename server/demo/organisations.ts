import { SYSTEM } from '#core/domain/policy/actor.ts'
import { addOrganisation } from '#server/usecases/people/add-person.ts'
import type { DemoTheme } from './demo-city.ts'

export const BUREAU = '淄博市教育局'
export const OFFICE = '市教师教育办公室'

/** By district, its schools: full name and the one people say. */
const DISTRICTS: readonly { name: string; shortName: string; schools: readonly (readonly [string, string])[] }[] = [
  {
    name: '张店区教育和体育局',
    shortName: '张店区',
    schools: [
      ['张店区实验中学', '张店实验中学'],
      ['张店区柳泉小学', '柳泉小学'],
    ],
  },
  {
    name: '淄川区教育和体育局',
    shortName: '淄川区',
    schools: [
      ['淄川区般阳中学', '般阳中学'],
      ['淄川区第二中学', '淄川二中'],
    ],
  },
  {
    name: '博山区教育和体育局',
    shortName: '博山区',
    schools: [
      ['博山区中心路小学', '中心路小学'],
      ['博山区第六中学', '博山六中'],
    ],
  },
  {
    name: '周村区教育和体育局',
    shortName: '周村区',
    schools: [
      ['周村区城北中学', '城北中学'],
      ['周村区正阳路小学', '正阳路小学'],
    ],
  },
  {
    name: '临淄区教育和体育局',
    shortName: '临淄区',
    schools: [
      ['临淄区齐都学校', '齐都学校'],
      ['临淄区稷下小学', '稷下小学'],
    ],
  },
  {
    name: '桓台县教育和体育局',
    shortName: '桓台县',
    schools: [
      ['桓台县第三初级中学', '桓台三中'],
      ['桓台县马踏湖学校', '马踏湖学校'],
    ],
  },
  {
    name: '高青县教育和体育局',
    shortName: '高青县',
    schools: [
      ['高青县黄河口中学', '黄河口中学'],
      ['高青县芦湖中心小学', '芦湖中心小学'],
    ],
  },
  {
    name: '沂源县教育和体育局',
    shortName: '沂源县',
    schools: [
      ['沂源县鲁山路小学', '鲁山路小学'],
      ['沂源县历山中学', '历山中学'],
    ],
  },
  {
    name: '高新区地事局教育中心',
    shortName: '高新区',
    schools: [
      ['高新区第一中学', '高新一中'],
      ['高新区外国语学校', '高新外国语'],
    ],
  },
]

/** The tree: bureau, office and research institute of the city, districts, schools. */
export const foundOrganisations: DemoTheme = async (deps, city) => {
  const add = async (organisation: Parameters<typeof addOrganisation>[2]) => {
    const { organisationId } = await addOrganisation(deps, SYSTEM, organisation)
    city.remember('organisation', organisation.name, organisationId)
    city.remember('organisation', organisation.shortName, organisationId)
    return organisationId
  }
  const bureauId = await add({ parentId: null, kind: 'city-bureau', name: BUREAU, shortName: '市教育局' })
  await add({ parentId: bureauId, kind: 'city-office', name: `淄博市教师教育办公室`, shortName: OFFICE })
  await add({ parentId: bureauId, kind: 'city-office', name: '淄博市教育科学研究院', shortName: '市教科院' })
  for (const district of DISTRICTS) {
    const { name, shortName } = district
    const districtId = await add({ parentId: bureauId, kind: 'district', name, shortName })
    for (const [school, spoken] of district.schools) {
      await add({ parentId: districtId, kind: 'school', name: school, shortName: spoken })
    }
  }
}
