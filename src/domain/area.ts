/** An area as the register names it; null: no limit. */
export interface Area {
  district: string | null;
  township: string | null;
}

/** Whether somewhere lies in an area; what nobody has placed lies only in one without limits. */
export const isWithin = (
  area: Area,
  place: { district: string | null; township: string | null } | null | undefined,
): boolean =>
  (area.district === null || place?.district === area.district) &&
  (area.township === null || place?.township === area.township);
