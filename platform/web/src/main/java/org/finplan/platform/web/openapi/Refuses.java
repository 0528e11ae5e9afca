package org.finplan.platform.web.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.finplan.platform.problem.ErrorCode;

/**
 * The problems of its domain that an operation answers, for the OpenAPI document; what every operation can answer is
 * there without it. The build refuses a code that the enum does not have. On an annotation it names a group of problems that
 * several operations have in common; those then carry that annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(Refuses.All.class)
public @interface Refuses {

    /** {@return the enum of the problems} */
    Class<? extends ErrorCode> with();

    /** {@return their codes; all of the enum when none is named} */
    String[] codes() default {};

    /** Several enums. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface All {

        /** {@return one for each enum} */
        Refuses[] value();
    }
}
