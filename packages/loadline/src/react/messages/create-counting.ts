export type TimeUnit = 'second' | 'minute' | 'hour'

export interface Counting<Category extends Intl.LDMLPluralRule> {
  readonly number: (value: number) => string
  /** The form of the count's plural category, with the number in place of `#`. */
  readonly plural: (count: number, forms: PluralForms<Category>) => string
  /** "2 Min.": as short as the language writes it. */
  readonly time: (count: number, unit: TimeUnit) => string
}

export type PluralForms<Category extends Intl.LDMLPluralRule> = Readonly<
  Record<Category | 'other', string>
>

/** @typeParam Category the plural categories that the language tells apart, `other` among them or not */
export function createCounting<Category extends Intl.LDMLPluralRule>(
  locale: string,
): Counting<Category> {
  const rules = new Intl.PluralRules(locale)
  const { format } = new Intl.NumberFormat(locale)
  const formOf = (count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>>) =>
    forms[rules.select(count)]
  return {
    number: format,
    plural: (count, forms) => (formOf(count, forms) ?? forms.other).replace('#', format(count)),
    time: (count, unit) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
  }
}
