package org.finplan.indicators.observation;

import jakarta.annotation.Nullable;
import java.util.List;

/**
 * Where a figure comes from. It is shown beside the figure.
 *
 * @param title title of the document
 * @param reference number or address of the document, or null
 * @param clause clause of the plan that prints it, or null
 * @param alsoIn further clauses that print it
 * @param quality official, official-copy, newspaper, other-copy, secondary-unchecked, or reported for what was reported
 *     to the suite
 */
public record Source(
        String title, @Nullable String reference, @Nullable String clause, List<String> alsoIn, String quality) {

    /** Quality of what was reported to the suite. */
    public static final String REPORTED = "reported";

    public Source {
        alsoIn = List.copyOf(alsoIn);
    }
}
