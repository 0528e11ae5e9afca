package org.finplan.platform.plan.fault;

/** A row of a file of a package that knows where each of its fields stands. */
public interface Placed {

    /** {@return name of the file} */
    String file();

    /**
     * Says where a field stands.
     *
     * @param field name of the field, which may be missing
     * @return its place, as {@link PackageFault#place()} says it
     */
    String placeOf(String field);
}
