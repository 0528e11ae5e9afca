package org.finplan.platform.testing.library;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for the annotation of JPA, which is not on this class path. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Table {

    /** {@return the table} */
    String name();
}
