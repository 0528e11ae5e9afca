package org.finplan.platform.sql;

/**
 * Whether the tables of a program are there. A program that migrates before it starts has them; one that starts without its
 * database has a bean of its own, and what works by itself in the background waits for it.
 */
@FunctionalInterface
public interface SchemaState {

    /** {@return whether all migrations have run} */
    boolean upToDate();
}
