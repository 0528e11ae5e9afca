package org.finplan.indicators.target;

/**
 * What a target is for.
 *
 * @param plan plan code
 * @param indicator indicator or series code
 * @param region region code
 * @param year the year
 * @param variant {@link #MAIN}, or the clause that words the same target otherwise
 */
public record TargetKey(String plan, String indicator, String region, int year, String variant) {

    /** The variant that is judged. */
    public static final String MAIN = "main";
}
