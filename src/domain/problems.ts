import type { BankProblems } from './problems/bank.js';
import type { BatchProblems } from './problems/batches.js';
import type { ClosingProblems } from './problems/closings.js';
import type { DatabaseProblems } from './problems/database.js';
import type { FileProblems } from './problems/files.js';
import type { IdentityProblems } from './problems/identity.js';
import type { PolicyProblems } from './problems/policy.js';
import type { PostProblems } from './problems/posts.js';
import type { ProfileProblems } from './problems/profiles.js';
import type { RecoveryProblems } from './problems/recovery.js';
import type { ServiceProblems } from './problems/services.js';
import type { SimulationProblems } from './problems/simulation.js';
import type { SubsidyProblems } from './problems/subsidies.js';
import type { UsageProblems } from './problems/usage.js';

/** Every reason why a command cannot run, and what is known of it. Wording lives in messages/. */
export interface ProblemDetails
  extends FileProblems,
    DatabaseProblems,
    BankProblems,
    BatchProblems,
    ClosingProblems,
    IdentityProblems,
    PolicyProblems,
    PostProblems,
    ProfileProblems,
    RecoveryProblems,
    ServiceProblems,
    SimulationProblems,
    SubsidyProblems,
    UsageProblems {}

export type ProblemCode = keyof ProblemDetails;
