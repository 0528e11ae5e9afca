package org.finplan.indicators.planlife;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.finplan.platform.web.openapi.Refuses;

/** What keeps a plan from being led on. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses(
        with = PlanLifeError.class,
        codes = {
            PlanLifeError.Code.STEP_NOT_POSSIBLE,
            PlanLifeError.Code.FIGURES_WAIT,
            PlanLifeError.Code.REASON_MISSING
        })
public @interface RefusesPlanSteps {}
