import type { Command } from 'commander';
import type { Cli } from './cli.js';

type Register = (program: Command, cli: Cli) => void;

/** Every command of the first level, in the order of the help; each is loaded only when it is asked for. */
export const COMMANDS = {
  init: async (): Promise<Register> => (await import('./commands/init.js')).registerInit,
  import: async (): Promise<Register> => (await import('./commands/import.js')).registerImport,
  worker: async (): Promise<Register> => (await import('./commands/worker.js')).registerWorker,
  certificate: async (): Promise<Register> => (await import('./commands/certificate.js')).registerCertificate,
  registration: async (): Promise<Register> =>
    (await import('./commands/registration.js')).registerRegistration,
  training: async (): Promise<Register> => (await import('./commands/training.js')).registerTraining,
  supervisor: async (): Promise<Register> => (await import('./commands/supervisor.js')).registerSupervisor,
  grade: async (): Promise<Register> => (await import('./commands/grade.js')).registerGrade,
  quota: async (): Promise<Register> => (await import('./commands/quota.js')).registerQuota,
  network: async (): Promise<Register> => (await import('./commands/network.js')).registerNetwork,
  service: async (): Promise<Register> => (await import('./commands/service.js')).registerService,
  subsidy: async (): Promise<Register> => (await import('./commands/subsidy.js')).registerSubsidy,
  complaint: async (): Promise<Register> => (await import('./commands/complaint.js')).registerComplaint,
  award: async (): Promise<Register> => (await import('./commands/award.js')).registerAward,
  pay: async (): Promise<Register> => (await import('./commands/pay.js')).registerPay,
  fund: async (): Promise<Register> => (await import('./commands/fund.js')).registerFund,
  report: async (): Promise<Register> => (await import('./commands/report.js')).registerReport,
  audit: async (): Promise<Register> => (await import('./commands/audit.js')).registerAudit,
  db: async (): Promise<Register> => (await import('./commands/db.js')).registerDatabase,
  policy: async (): Promise<Register> => (await import('./commands/policy.js')).registerPolicy,
};

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** Commands that work without a database, by the beginning of their path. */
const WITHOUT_DATABASE = ['grade map', 'policy'];

/** Those of them that need one. */
const ALL_THE_SAME = ['policy goals'];

export const needsDatabase = (path: string): boolean =>
  ALL_THE_SAME.includes(path) ||
  !WITHOUT_DATABASE.some((beginning) => path === beginning || path.startsWith(`${beginning} `));

/** Commands that answer with a page, unless a format is asked for. */
export const answersWithPage = (path: string): boolean => path === 'report overview';

/** Commands that write files of their own, in the format that was asked for. */
export const writesFiles = (path: string): boolean => path === 'subsidy export';
