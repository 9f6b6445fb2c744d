import type { PostMoveFindings } from '../../domain/findings/post-moves.js';
import type { PostProblems } from '../../domain/problems/posts.js';
import type { Wording } from '../messages.js';
import type { postPlanWords as chinese } from '../zh/post-plan.js';
import { counted } from './counted.js';

const perhaps = (nearest: readonly string[]) =>
  nearest.length > 0 ? ` Did you mean: ${nearest.join(', ')}?` : '';

export const postMoveFindings: Wording<PostMoveFindings> = {
  'move.month-lost': ({ month }) =>
    `After the move neither district finds the person on post on its deciding day of ${month}: nothing is paid for it. Choose another day.`,
  'move.subsidy-unset': ({ parameter }) =>
    `${parameter} is not set, so the subsidy before and after the move cannot be compared; the rest is answered. Set it in policies/city.yaml.`,
  'move.not-professional': ({ title }) =>
    `${title === null ? 'The post has no title' : `“${title}” is not a professional post`} and will not count towards the minimum. If it should, name the title, such as --move NAME=UNIT:社会工作专业岗位.`,
  'move.no-vacancy': ({ title, established, filled }) =>
    `The table of posts of the unit has ${established} of “${title}”, and with the move ${filled} would be filled. Set up more, or choose another title.`,
};

export const postProblems: Wording<PostProblems> = {
  'usage.bad-move': ({ value }) =>
    `--move is written WHO=UNIT or WHO=UNIT:TITLE (such as --move 王小芳=水井坊社区:社会工作专业岗位); “${value}” is not.`,
  'where.unknown': ({ where, nearest }) => `The register has no “${where}”.${perhaps(nearest)}`,
  'where.absent': ({ unit, on, founded, dissolved, successor }) =>
    dissolved !== null && dissolved < on
      ? `“${unit}” ended on ${dissolved}${successor === null ? '' : ` and was merged into “${successor}”`}. Name the unit that is there now, or an earlier day with --on.`
      : `“${unit}” is founded on ${founded} only. Name another unit, or a later day with --on.`,
  'where.ambiguous': ({ where, candidates }) =>
    `The register has more than one “${where}”: ${candidates.join(', ')}. Name it by its code, or as district/township/unit.`,
  'move.twice': ({ who }) => `${who} is in two --move options; a person moves once. Keep one of them.`,
  'move.same-unit': ({ who, unit }) => `${who} is at ${unit} already. Check the unit to move to.`,
};

export const postPlanWords: typeof chinese = {
  description:
    'the cheapest new posts that meet the minimum: which units, how many, who could take them; or what a move would do',
  move: 'what a move would do, writing nothing: WHO=UNIT or WHO=UNIT:TITLE, from the day of --on (repeatable)',
  movePlaceholder: 'WHO=UNIT',
  examples: {
    plan: 'what would bring 锦江区 to the minimum, written to a file',
    move: 'one person to a professional post of another unit: posts, certificates and subsidy of both',
    day: 'from a day on, the unit by its code',
  },
  headings: {
    newPosts: 'new posts',
    fromUnit: 'from the unit',
    fromTownship: 'from the township',
    fromDistrict: 'from the district',
    recruit: 'to recruit',
    people: 'who could take them',
  },
  person: (name, level, near, { township, unit }) =>
    near === 'unit'
      ? `${name} (${level})`
      : `${name} (${level}, now at ${near === 'district' ? `${township} ` : ''}${unit})`,
  part: (name, sums) =>
    `${name}: ${counted(sums.units, 'unit')}, ${counted(sums.newPosts, 'new post')}: ${sums.fromUnit} from the unit, ${sums.fromTownship} from the township, ${sums.fromDistrict} from the district, ${sums.recruit} to recruit`,
  planned: (on, units, posts) =>
    `${counted(units, 'unit')} below the minimum on ${on}: ${counted(posts, 'new post')} at least.`,
  people: (unit, township, district, recruit) =>
    `Of the new posts, certified staff without a professional post could take ${unit} at their own unit, ${township} within the township, ${district} within the district; ${recruit} to recruit.`,
  nothingShort: (on) => `No unit is below the minimum on ${on}: no new posts are needed.`,
  moveHeadings: { end: 'end', month: 'subsidy', rate: 'rate a month (yuan)' },
  ends: { from: 'leaves', to: 'joins' },
  change: (before, after) => `${before ?? ''}→${after}`,
  paysIn: { from: (month) => `until ${month}`, to: (month) => `from ${month}` },
  noPolicy: 'no policy in force',
  notOnPost: 'not on post',
  notCovered: (district) => `nothing from ${district} (category not covered)`,
  noCertificate: 'no certificate on the deciding day',
  monthSide: (district, yuan) => `${district} ${yuan === null ? 'no rate' : `${yuan} yuan a month`}`,
  month: (name, month, before, after) =>
    before === after
      ? `${name}, rate for ${month}: ${after}, as before.`
      : `${name}, rate for ${month}: ${before} without the move, ${after} with it.`,
  moved: (on, moves, before, after) =>
    `${counted(moves, 'move')} on ${on} tried out, nothing written; the units are short of ${counted(after, 'post')}${before === after ? ', as before' : ` instead of ${before}`}.`,
};
