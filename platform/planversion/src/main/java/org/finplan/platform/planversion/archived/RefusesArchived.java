package org.finplan.platform.planversion.archived;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.finplan.platform.web.openapi.Refuses;

/** An operation that writes to what belongs to a plan, which may be archived. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses(with = ArchivedPlanError.class)
public @interface RefusesArchived {}
