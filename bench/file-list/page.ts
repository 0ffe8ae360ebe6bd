import type { Contender } from './contender.js'
import { measure, type ListFigures } from './measure.js'

const contenders = {
  floor: () => import('./contenders/virtual-table.js'),
  loadline: () => import('./contenders/loadline.js'),
} satisfies Record<string, () => Promise<{ readonly contender: Contender }>>

export type ContenderName = keyof typeof contenders

declare global {
  interface Window {
    measureList: (name: ContenderName, count: number) => Promise<ListFigures>
  }
}

window.measureList = async (name, count) => measure((await contenders[name]()).contender, count)
