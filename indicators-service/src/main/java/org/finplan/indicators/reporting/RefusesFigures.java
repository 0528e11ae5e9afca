package org.finplan.indicators.reporting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.platform.web.openapi.Refuses;

/** What can be wrong with reported figures, whichever operation takes them. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses(
        with = ObservationError.class,
        codes = {
            ObservationError.Code.ITEMS_OUT_OF_BOUNDS,
            ObservationError.Code.ITEMS_REJECTED,
            ObservationError.Code.FIELD_MISSING,
            ObservationError.Code.UNKNOWN_INDICATOR,
            ObservationError.Code.UNKNOWN_REGION,
            ObservationError.Code.UNKNOWN_UNIT,
            ObservationError.Code.UNIT_OF_ANOTHER_KIND,
            ObservationError.Code.UNKNOWN_KIND,
            ObservationError.Code.UNKNOWN_STATUS,
            ObservationError.Code.UNKNOWN_DEFINITION,
            ObservationError.Code.UNKNOWN_REASON,
            ObservationError.Code.INVALID_PERIOD,
            ObservationError.Code.PERIOD_NOT_FOR_INDICATOR,
            ObservationError.Code.REGION_NOT_IN_FORCE,
            ObservationError.Code.RELEASED_IN_FUTURE,
            ObservationError.Code.VALUE_NOT_POSSIBLE,
            ObservationError.Code.DUPLICATE_ITEM
        })
public @interface RefusesFigures {}
