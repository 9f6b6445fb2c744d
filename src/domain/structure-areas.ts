/** How far down the posts of places are put together, from the city down. */
export const STRUCTURE_AREAS = ['city', 'district', 'township', 'unit'] as const;
export type StructureArea = (typeof STRUCTURE_AREAS)[number];
