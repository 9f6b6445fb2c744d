import { type Finding, finding } from '../../domain/finding.js';
import { nearestOf } from '../../domain/nearest.js';
import type { PolicyFile } from '../policy-file.js';

/** What is wrong with, or worth knowing of, the files as such: twins, districts nobody has, examples. */
export function checkFiles(files: readonly PolicyFile[], districts: readonly string[]): Finding[] {
  const owners = new Map<string, PolicyFile>();
  return files.flatMap((file) => {
    const { file: name, layer, district } = file.source;
    const findings: Finding[] = [];
    const scope = `${layer}/${district}`;
    const twin = owners.get(scope);
    if (twin) {
      const details = { other: twin.source.file };
      findings.push(finding('policy.two-files', 'error', district ?? '', details, { file: name, line: 1 }));
    } else owners.set(scope, file);
    if (district !== null && districts.length > 0 && !districts.includes(district)) {
      const details = { district, nearest: districtsLike(district, districts) };
      findings.push(
        finding('policy.unknown-district', 'warning', district, details, { file: name, line: 1 }),
      );
    }
    if (file.example) {
      findings.push(
        finding('policy.example', 'info', district ?? '', {}, { file: name, line: file.exampleLine }),
      );
    }
    return findings;
  });
}

/** Names that hold the one asked for before those that only look like it: 高新区 means 成都高新区. */
function districtsLike(district: string, districts: readonly string[]): string[] {
  const holding = districts.filter((name) => name.includes(district));
  return [...new Set([...holding, ...nearestOf(district, districts)])].slice(0, 3);
}
