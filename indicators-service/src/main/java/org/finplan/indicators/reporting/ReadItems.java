package org.finplan.indicators.reporting;

import java.util.List;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.platform.problem.ProblemError;

/**
 * The items of a report as far as they could be read.
 *
 * @param places place in the report of each figure
 * @param figures the figures, at most one per key
 * @param errors what is wrong with the other items
 */
record ReadItems(List<Integer> places, List<NewObservation> figures, List<ProblemError> errors) {}
