/** Every parameter of the policy, in the order in which people read them. What their values are: policy/parameters.ts. */
export const PARAMETER_NAMES = [
  'grade.map',
  'grade.certificate',
  'quota.minimum',
  'network.levels',
  'subsidy.categories',
  'subsidy.conditions',
  'subsidy.rate',
  'subsidy.decided-on',
  'subsidy.service-minimum',
  'subsidy.retro-months',
  'registration.term',
  'registration.first-months',
  'training.hours',
  'training.degree',
  'training.yearly',
  'training.academies',
  'target.certificate-holders',
  'complaint.days',
  'award.reward',
  'pay.reference',
] as const;
export type ParameterName = (typeof PARAMETER_NAMES)[number];
