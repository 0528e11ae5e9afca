/**
 * Facts: figures about an indicator (or another series), a region and a period. They are append-only; what is reported
 * again with another value is a further version with a reason. The package of a concept holds everything of it: the
 * record, its rules ({@link org.finplan.indicators.observation.SeriesRules}), the recorder, the repository and the
 * resources.
 */
package org.finplan.indicators.observation;
