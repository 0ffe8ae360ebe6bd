/** The most ids that one call of the API takes. */
export const maxBulkIds = 200
