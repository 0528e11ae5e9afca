package org.finplan.indicators.planlife;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.finplan.platform.web.openapi.Refuses;

/** An operation that writes to what belongs to a plan: the plan may be archived, and what it had retired. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses(
        with = PlanLifeError.class,
        codes = {PlanLifeError.Code.PLAN_ARCHIVED, PlanLifeError.Code.RETIRED})
public @interface RefusesClosed {}
