package org.finplan.indicators.targetsetting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.finplan.platform.web.openapi.Refuses;

/** What can be wrong with the content of a target, whichever operation sets it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses(
        with = TargetError.class,
        codes = {
            TargetError.Code.TARGET_REJECTED,
            TargetError.Code.FIELD_MISSING,
            TargetError.Code.UNKNOWN_PLAN,
            TargetError.Code.UNKNOWN_INDICATOR,
            TargetError.Code.UNKNOWN_REGION,
            TargetError.Code.UNKNOWN_UNIT,
            TargetError.Code.UNIT_OF_ANOTHER_KIND,
            TargetError.Code.COMPARATOR_NOT_FOR_INDICATOR,
            TargetError.Code.KIND_NOT_FOR_INDICATOR,
            TargetError.Code.UNKNOWN_ORGANISATION,
            TargetError.Code.VALUE_NOT_FOR_COMPARATOR,
            TargetError.Code.YEAR_OUT_OF_BOUNDS,
            TargetError.Code.UNKNOWN_CODE,
            TargetError.Code.PATH_NOT_FROM_BASELINE,
            TargetError.Code.PATH_NOT_TO_TARGET,
            TargetError.Code.PATH_NOT_A_LINE,
            TargetError.Code.BREAKDOWN_OVER_ALLOCATES,
            TargetError.Code.PLAN_ENDED
        })
public @interface RefusesTargetContent {}
