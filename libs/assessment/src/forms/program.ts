/** A mixed integer linear program, as it is put together: minimise cost · x, low <= A x <= high. */
export class Program {
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly integer: boolean[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  readonly starts: number[] = [0];
  readonly indices: number[] = [];
  readonly values: number[] = [];

  /** A new variable; gives its number. */
  variable(lower: number, upper: number, cost = 0, integer = true): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.cost.push(cost);
    this.integer.push(integer);
    return this.cost.length - 1;
  }

  /** A new row: `low <= sum of factor · variable <= high`. */
  row(terms: readonly (readonly [variable: number, factor: number])[], low: number, high: number): void {
    for (const [variable, factor] of terms) {
      this.indices.push(variable);
      this.values.push(factor);
    }
    this.starts.push(this.indices.length);
    this.rowLower.push(low);
    this.rowUpper.push(high);
  }
}

export interface Answer { status: 'optimal' | 'feasible' | 'infeasible' | 'out-of-time'; values: Float64Array }
interface RunOptions { /** seconds */ timeLimit: number; seed?: number; /** Any solution will do. */ anyWillDo?: boolean; relativeGap?: number; absoluteGap?: number }

/**
 * Solves a program by HiGHS (Q. Huangfu and J. A. J. Hall, "Parallelizing the dual revised simplex method",
 * Mathematical Programming Computation 10, 2018), compiled to WebAssembly: one thread, so that the same program
 * and seed give the same answer unless the time runs out. Blocks until it is done.
 */
export async function solver(): Promise<(program: Program, options: RunOptions) => Answer> {
  // Loaded when something is to be solved: who only reads or checks blueprints does not carry it.
  const { default: entry } = await import('highs');
  // Its types are those of CommonJS, whose default export is one step further in than that of the ES module that runs.
  const load: typeof entry.default = 'default' in entry ? entry.default : entry;
  const highs = await load();
  const { modelStatus, variableType } = highs.constants;
  return (program, { timeLimit, seed = 0, anyWillDo = false, relativeGap = 1e-6, absoluteGap = 1e-6 }) => {
    if (timeLimit <= 0) return { status: 'out-of-time', values: new Float64Array() };
    const numCols = program.cost.length;
    const numRows = program.rowLower.length;
    return highs.withModel({
      numCols, numRows, colCost: anyWillDo ? program.cost.map(() => 0) : program.cost, colLower: program.lower, colUpper: program.upper, rowLower: program.rowLower, rowUpper: program.rowUpper,
      matrix: { format: 'csr', numRows, numCols, starts: program.starts, indices: program.indices, values: program.values },
      integrality: program.integer.map((whole) => (whole ? variableType.integer : variableType.continuous)),
    }, (model): Answer => {
      model.options.set({ output_flag: false, time_limit: timeLimit, random_seed: seed, mip_rel_gap: relativeGap, mip_abs_gap: absoluteGap });
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return { status: 'infeasible', values: new Float64Array() };
      const found = Number(model.info.get('primal_solution_status')) === 2;
      if (!found) return { status: 'out-of-time', values: new Float64Array() };
      return { status: status === modelStatus.optimal ? 'optimal' : 'feasible', values: model.getSolution().colValue };
    });
  };
}
export type Solver = Awaited<ReturnType<typeof solver>>;
