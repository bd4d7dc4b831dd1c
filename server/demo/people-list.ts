import type { PlatformRole } from '#core/contract/roles.ts'
import { BUREAU, OFFICE } from './organisations.ts'

export interface DemoPerson {
  name: string
  /** Also in the table of accounts. */
  username: string
  organisation: string
  subject?: string
  stage?: '小学' | '初中' | '高中'
  post?: string
  note?: string
  /** Number of the drawn portrait. */
  portrait?: number
  /** Beside 教师, which everybody at a school is. */
  roles?: readonly (readonly [PlatformRole, 'city' | 'district' | 'school', string])[]
}

const teacher = (
  name: string,
  username: string,
  organisation: string,
  [stage, subject]: readonly ['小学' | '初中' | '高中', string],
  more: Pick<DemoPerson, 'note' | 'portrait' | 'post' | 'roles'> = {},
): DemoPerson => ({ name, username, organisation, stage, subject, ...more })

/** People and posts are invented. The first three have the colours in which they are drawn. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  teacher('荆文涛', 'jingwentao', '桓台县第三初级中学', ['初中', '语文'], {
    portrait: 2,
    note: '语文教师，教龄九年，工作室成员',
  }),
  teacher('于欣然', 'yuxinran', '周村区城北中学', ['初中', '语文'], { portrait: 3 }),
  teacher('毕晓雯', 'bixiaowen', '周村区城北中学', ['初中', '语文'], { portrait: 7 }),
  teacher('翟雅琴', 'zhaiyaqin', '张店区实验中学', ['初中', '语文'], { portrait: 1, post: '语文教研组长' }),
  {
    name: '巩建民',
    username: 'gongjianmin',
    organisation: '市教科院',
    subject: '语文',
    post: '语文教研员',
    note: '市教科院语文教研员',
    portrait: 4,
    roles: [['expert', 'city', BUREAU]],
  },
  teacher('崔志远', 'cuizhiyuan', '博山区第六中学', ['初中', '语文'], { portrait: 6 }),
  teacher('刘颖', 'liuying', '淄川区般阳中学', ['初中', '语文'], { portrait: 5 }),
  teacher('孙学军', 'sunxuejun', '高新区第一中学', ['高中', '数学'], { portrait: 8, post: '数学教研组长' }),
  teacher('耿丽娟', 'genglijuan', '沂源县鲁山路小学', ['小学', '语文'], { portrait: 9 }),
  teacher('逯振东', 'luzhendong', '临淄区齐都学校', ['初中', '道德与法治'], { portrait: 10, post: '校长' }),
  teacher('逯明月', 'lumingyue', '临淄区齐都学校', ['初中', '语文']),
  teacher('王若男', 'wangruonan', '博山区第六中学', ['初中', '语文']),
  teacher('李昊', 'lihao', '高青县黄河口中学', ['初中', '语文']),
  teacher('张文博', 'zhangwenbo', '张店区实验中学', ['初中', '语文']),
  teacher('周雨桐', 'zhouyutong', '桓台县第三初级中学', ['初中', '语文']),
  teacher('马骏', 'majun', '淄川区般阳中学', ['初中', '语文']),
  teacher('田甜', 'tiantian', '张店区实验中学', ['初中', '语文']),
  teacher('李沐阳', 'limuyang', '高青县黄河口中学', ['初中', '语文']),
  teacher('边晓燕', 'bianxiaoyan', '周村区正阳路小学', ['小学', '数学']),
  teacher('国兆亮', 'guozhaoliang', '桓台县马踏湖学校', ['初中', '物理']),
  teacher('商红梅', 'shanghongmei', '博山区中心路小学', ['小学', '科学']),
  teacher('司立群', 'siliqun', '高青县芦湖中心小学', ['小学', '语文'], { post: '校长' }),
  teacher('韩雪', 'hanxue', '高新区第一中学', ['高中', '数学']),
  teacher('宗立新', 'zonglixin', '高新区外国语学校', ['高中', '数学']),
  teacher('巴玉婷', 'bayuting', '周村区正阳路小学', ['小学', '数学']),
  teacher('谭思齐', 'tansiqi', '张店区柳泉小学', ['小学', '数学']),
  teacher('仇海燕', 'qiuhaiyan', '桓台县马踏湖学校', ['初中', '物理']),
  teacher('高立强', 'gaoliqiang', '淄川区第二中学', ['初中', '物理']),
  teacher('岳晨曦', 'yuechenxi', '博山区中心路小学', ['小学', '科学']),
  teacher('殷秀兰', 'yinxiulan', '临淄区稷下小学', ['小学', '道德与法治'], { post: '副校长' }),
  teacher('牟宗海', 'mouzonghai', '沂源县历山中学', ['初中', '历史'], { post: '校长' }),
  teacher('苗雨', 'miaoyu', '沂源县鲁山路小学', ['小学', '语文']),
  teacher('郗红艳', 'xihongyan', '沂源县历山中学', ['初中', '英语']),
  teacher('成守业', 'chengshouye', '淄川区第二中学', ['初中', '化学'], {
    post: '教研室主任',
    roles: [['school-admin', 'school', '淄川区第二中学']],
  }),
  teacher('蒲春霞', 'puchunxia', '桓台县第三初级中学', ['初中', '英语'], {
    post: '教导主任',
    roles: [['school-admin', 'school', '桓台县第三初级中学']],
  }),
  {
    name: '路广平',
    username: 'luguangping',
    organisation: '张店区',
    post: '教研室主任',
    roles: [['district-admin', 'district', '张店区']],
  },
  {
    name: '左秀芬',
    username: 'zuoxiufen',
    organisation: '高青县',
    subject: '英语',
    post: '教研室主任',
    roles: [['district-admin', 'district', '高青县']],
  },
  { name: '耿凤鸣', username: 'gengfengming', organisation: OFFICE, post: '主任', roles: [['office', 'city', BUREAU]] },
  { name: '宋佳', username: 'songjia', organisation: OFFICE, post: '干事', roles: [['office', 'city', BUREAU]] },
  {
    name: '付晓梅',
    username: 'fuxiaomei',
    organisation: '市教科院',
    subject: '数学',
    post: '数学教研员',
    roles: [
      ['expert', 'city', BUREAU],
      ['reviewer', 'city', BUREAU],
    ],
  },
  {
    name: '于海宁',
    username: 'yuhaining',
    organisation: OFFICE,
    post: '系统运维',
    roles: [['operator', 'city', BUREAU]],
  },
]
