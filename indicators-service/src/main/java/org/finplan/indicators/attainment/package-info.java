/**
 * How far the indicators of a plan have come: the path from baseline to target, the judgement of a value against it, the
 * scoreboard, and the judgements that are kept and told to others. The rules are explained in
 * {@code docs/attainment.md}. Path, method and judgement are plain Java.
 */
package org.finplan.indicators.attainment;
