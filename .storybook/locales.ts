import type { Messages } from 'loadline'
import { ar } from 'loadline/locales/ar'
import { de } from 'loadline/locales/de'
import { en } from 'loadline/locales/en'
import { ja } from 'loadline/locales/ja'
import { pseudo } from 'loadline/locales/pseudo'

export interface StoryLocale {
  readonly title: string
  readonly messages: Messages
  readonly direction: 'ltr' | 'rtl'
}

export const locales = {
  en: { title: 'English', messages: en, direction: 'ltr' },
  de: { title: 'Deutsch', messages: de, direction: 'ltr' },
  ar: { title: 'العربية', messages: ar, direction: 'rtl' },
  ja: { title: '日本語', messages: ja, direction: 'ltr' },
  pseudo: { title: '[Þšéûðö~~]', messages: pseudo, direction: 'ltr' },
} satisfies Record<string, StoryLocale>

export type LocaleName = keyof typeof locales
