package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A rating of an institution was recorded.
 *
 * @param institution its unified social credit code
 * @param region region it belongs to
 * @param kind kind of institution
 * @param scheme code of the scheme
 * @param schemeVersion version of the scheme
 * @param grade the grade
 * @param ratedOn the day it was given
 * @param source document or system that it stands in
 * @param recordedAt when it was recorded
 * @param recordedBy subject
 */
public record InstitutionRated(
        String institution,
        String region,
        String kind,
        String scheme,
        int schemeVersion,
        String grade,
        LocalDate ratedOn,
        String source,
        Instant recordedAt,
        String recordedBy)
        implements EventData {}
