/** What service records can be put together by. */
export const SERVICE_GROUPS = ['field', 'worker', 'unit', 'month'] as const;
export type ServiceGroup = (typeof SERVICE_GROUPS)[number];
