import type { FileCategory } from '../core/contract/index.js'

/** `GET /categories`. */
export interface ListCategoriesAnswer {
  readonly categories: readonly FileCategory[]
}

/** `GET /categories/{id}`. */
export type GetCategoryAnswer = FileCategory
