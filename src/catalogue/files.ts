import aut from './data/data-points/aut.yaml';
import ctx from './data/data-points/ctx.yaml';
import eco from './data/data-points/eco.yaml';
import ene from './data/data-points/ene.yaml';
import env from './data/data-points/env.yaml';
import fin from './data/data-points/fin.yaml';
import off from './data/data-points/off.yaml';
import pac from './data/data-points/pac.yaml';
import pop from './data/data-points/pop.yaml';
import qrt from './data/data-points/qrt.yaml';
import qua from './data/data-points/qua.yaml';
import rse from './data/data-points/rse.yaml';
import srv from './data/data-points/srv.yaml';
import benchmarks from './data/coefficients/benchmarks.yaml';
import energy from './data/coefficients/energy.yaml';
import jobs from './data/coefficients/jobs.yaml';
import lawAndCosts from './data/coefficients/law-and-costs.yaml';
import dimensions from './data/dimensions.yaml';
import thresholds from './data/dpe-thresholds.yaml';
import indicatorsAut from './data/indicators/aut.yaml';
import indicatorsCtx from './data/indicators/ctx.yaml';
import indicatorsEco from './data/indicators/eco.yaml';
import indicatorsEne from './data/indicators/ene.yaml';
import indicatorsEnv from './data/indicators/env.yaml';
import indicatorsFin from './data/indicators/fin.yaml';
import indicatorsOff from './data/indicators/off.yaml';
import indicatorsPac from './data/indicators/pac.yaml';
import indicatorsPop from './data/indicators/pop.yaml';
import indicatorsQrt from './data/indicators/qrt.yaml';
import indicatorsQua from './data/indicators/qua.yaml';
import indicatorsRse from './data/indicators/rse.yaml';
import indicatorsSrv from './data/indicators/srv.yaml';
import release from './data/release.yaml';
import sources from './data/sources.yaml';

/**
 * The catalogue as it is written, before any check: the content of each YAML file, by its name. The name of a
 * file of `data-points/` or `indicators/` is the code of its dimension.
 */
export interface RawCatalogue {
  readonly version: string;
  readonly dimensions: unknown;
  readonly sources: unknown;
  readonly thresholds: unknown;
  readonly dataPoints: Readonly<Record<string, unknown>>;
  readonly coefficients: Readonly<Record<string, unknown>>;
  readonly indicators: Readonly<Record<string, unknown>>;
}

/** The files that ship, as YAML gives them: `loadCatalogue` verifies them, `shippedCatalogue` trusts them. */
export const rawCatalogue: RawCatalogue = {
  ...(release as { readonly version: string }),
  dimensions,
  sources,
  thresholds,
  dataPoints: { ctx, off, pop, pac, eco, fin, ene, env, aut, qrt, srv, rse, qua },
  coefficients: { jobs, energy, 'law-and-costs': lawAndCosts, benchmarks },
  indicators: {
    ctx: indicatorsCtx,
    off: indicatorsOff,
    pop: indicatorsPop,
    pac: indicatorsPac,
    eco: indicatorsEco,
    fin: indicatorsFin,
    ene: indicatorsEne,
    env: indicatorsEnv,
    aut: indicatorsAut,
    qrt: indicatorsQrt,
    srv: indicatorsSrv,
    rse: indicatorsRse,
    qua: indicatorsQua,
  },
};
